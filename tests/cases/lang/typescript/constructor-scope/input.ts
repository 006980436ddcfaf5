import { config } from "./config";
class Client {
  private readonly key = config.key;
  private url = `${this.base}/v1`;
  constructor(private base: string, config: Config, @Optional() readonly extra?: Extra, public size = 3) {
    setup(config);
  }
}
