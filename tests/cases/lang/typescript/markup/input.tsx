const C = <T,>({ item }: Props<T>) => <List<T> item={item} render={(x: T) => <b>{x}</b>} />;
