//! The text form of the IR: what `expected.ir` files hold and tests compare.
