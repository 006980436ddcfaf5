import LinkedInTag from 'react-linkedin-insight';

LinkedInTag.init('1', 'dc', false);
LinkedInTag.track('2');
