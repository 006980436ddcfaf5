const shared = {};
export default {
  name: "Page",
  shared,
  setup(props, { emit }) { return { go: () => emit("go", props.user) }; },
};
