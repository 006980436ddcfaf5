@Injectable({ scope: make() })
export default class Service {
  constructor(private api: Api) {}
  @OnEvent("user.created")
  handle = async (event: UserCreated) => this.api.send(event.user);
  private load(): Observable<User> { return this.api.get<User>("/me"); }
}
