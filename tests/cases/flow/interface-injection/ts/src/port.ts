export interface AnalyticsPort {
  identify(email: string): void;
}
