package dev.concordat.model.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// What an experiment showed of a trait.
public sealed interface Reading {
  /// As a person reads it: `2.0 s`, `none within 32.0 s`.
  String text();

  /// So long.
  record Time(Duration value) implements Reading {
    @Override
    public String text() {
      return Reading.text(value);
    }
  }

  /// Not within the time that was waited; whether later cannot be known.
  record NotWithin(Duration waited) implements Reading {
    @Override
    public String text() {
      return "none within " + Reading.text(waited);
    }
  }

  /// So many.
  record Count(int value) implements Reading {
    @Override
    public String text() {
      return Integer.toString(value);
    }
  }

  /// So many were seen, and it still went on when the experiment ended.
  record StillGoing(int seen, Duration watched) implements Reading {
    @Override
    public String text() {
      return seen + " in " + Reading.text(watched) + ", and still going on";
    }
  }

  /// One of a few words, said beside the trait in the reference.
  record Word(String value) implements Reading {
    @Override
    public String text() {
      return value;
    }
  }

  /// It does, or does not.
  record Claim(boolean isTrue) implements Reading {
    @Override
    public String text() {
      return isTrue ? "yes" : "no";
    }
  }

  /// Nothing could be measured.
  ///
  /// @param reason why, as a clause: `only one attempt was seen`
  record Unknown(String reason) implements Reading {
    @Override
    public String text() {
      return "unknown: " + reason;
    }
  }

  /// Milliseconds below one second, else seconds with one or two digits.
  static String text(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000
        ? millis + " ms"
        : BigDecimal.valueOf(millis, 3).setScale(millis < 10_000 ? 2 : 1, RoundingMode.HALF_UP)
            + " s";
  }
}
