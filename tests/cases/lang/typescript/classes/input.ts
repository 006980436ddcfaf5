@Controller("users")
export class UsersController extends Base<User> implements OnInit, Other.Thing {
  @Column() email!: string;
  private readonly client: Client = new Client(this.config.key);
  static count = 0;
  declare later: string;
  constructor(private readonly users: UserService, public config: Config, @Inject(TOKEN) protected token: string, plain: Plain) {
    super(plain);
  }
  @Get("me") @UseGuards(AuthGuard)
  async me(@Body() dto: CreateUserDto, @Query("email") email: string, @Req() req): Promise<User> {
    return this.users.find(email);
  }
  over(a: string): void;
  over(a: any) { }
  abstract signature(): User;
}
@Injectable()
class Plain { x = () => config; }
