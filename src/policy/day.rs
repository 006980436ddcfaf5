//! A day, as registers, exceptions and `--today` say it. It comes from outside: nothing below the command line asks a
//! clock.

use std::fmt;
use std::str::FromStr;

/// A day of the calendar: `2027-01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(jiff::civil::Date);

/// What a day looks like, for messages.
pub(crate) const FORM: &str = "write a day as `2027-01-31`";

impl From<jiff::civil::Date> for Day {
    fn from(date: jiff::civil::Date) -> Self {
        Self(date)
    }
}

impl Day {
    /// The same day three months before.
    pub(crate) fn quarter_before(self) -> Option<Self> {
        self.0.checked_sub(jiff::Span::new().months(3)).ok().map(Self)
    }

    /// The day of a date in TOML; none where the calendar has no such day.
    pub(crate) fn of(date: toml::value::Date) -> Option<Self> {
        let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
        jiff::civil::Date::new(i16::try_from(date.year).ok()?, month, day).ok().map(Self)
    }
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let date = (text.len() == 10).then(|| text.parse().ok()).flatten();
        date.map(Self).ok_or_else(|| format!("`{text}` is no day; {FORM}"))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_days() {
        assert_eq!("2027-01-31".parse::<Day>().unwrap().to_string(), "2027-01-31");
        assert!("2026-12-31".parse::<Day>().unwrap() < "2027-01-01".parse().unwrap());
        for wrong in ["2027-02-30", "2027-1-31", "31.01.2027", "2027-01-31T10:00", "20270131", "soon", ""] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
        let date = toml::value::Date { year: 2027, month: 2, day: 29 };
        assert_eq!(Day::of(date), None);
    }
}
