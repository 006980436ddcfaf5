//! Parse, run, print the error, exit.

fn main() {
    let args: Vec<String> = std::env::args().collect();
    vendorflow::dump(&args[1], args.len() > 2);
}
