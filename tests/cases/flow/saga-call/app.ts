import LogRocket from 'logrocket';
import mixpanel from 'mixpanel-browser';
import { call, fork, select, takeEvery } from 'redux-saga/effects';
import { getUser } from '@acme/selectors';

function* onLogin() {
  const user = yield select(getUser);
  yield call([mixpanel, mixpanel.track], 'Login', { email: user.email }); // ~> contact.email mixpanel
  yield fork(LogRocket.identify, 'session', { email: user.email }); // ~> contact.email logrocket
}

export function* root() {
  yield takeEvery('login', onLogin);
}
