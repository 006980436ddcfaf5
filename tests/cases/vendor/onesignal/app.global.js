window.OneSignalDeferred = window.OneSignalDeferred || [];

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  OneSignalDeferred.push(function (OneSignal) {
    OneSignal.login(user.id); // ~> identifier.user_id onesignal
    OneSignal.User.addEmail(user.email); // ~> contact.email onesignal
  });
  OneSignal.setExternalUserId(user.id); // ~> identifier.user_id onesignal
  OneSignal.sendTags({ email: user.email }); // ~> contact.email onesignal
});
