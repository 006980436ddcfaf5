jest.mock('mixpanel-browser');
