type Props = { user: User; onDone?: (u: User) => void };
export const Page: React.FC<Props> = ({ user: { email, ...rest }, onDone }) => {
  const [state, setState] = useState<User | null>(null);
  const ref = useRef<HTMLDivElement>(null);
  const save = useCallback(async (next: Partial<User>) => { setState({ ...rest, ...next } as User); }, [rest]);
  useEffect(() => { onDone?.(state!); return () => cleanup(email); }, [state]);
  return state ? <Form<User> key="f" {...rest} onSubmit={save}>{(f) => <Input {...f.props} />}</Form> : null;
};
const Box = React.forwardRef<HTMLDivElement, Props>((props, ref) => <div ref={ref} {...props} />);
