import { Component } from 'react';
import posthog from 'posthog-js';

interface Props { user: { email: string; plan: string } }

export default class Dashboard extends Component<Props> {
  componentDidMount() {
    posthog.setPersonProperties({ email: this.props.user.email }); // ~> contact.email posthog
  }

  render() {
    return <h1>{this.props.user.plan}</h1>;
  }
}
