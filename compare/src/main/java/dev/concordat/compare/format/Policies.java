package dev.concordat.compare.format;

import dev.concordat.contracts.inclusion.Reading;
import java.time.LocalDate;

/// How contracts are read where the documents leave it open, and what is asked of them beyond messages.
///
/// @param sender how the schemas of senders are read; closed unless a person asks for the letter
/// @param stored which readers must read which writers' messages where messages are kept, as in topics
/// @param today the day against which sunset dates are held
/// @param stableDays how many days before its end an operation of stable level must have announced it
/// @param betaDays the same for the level `beta`
public record Policies(
    Reading sender, Stored stored, LocalDate today, int stableDays, int betaDays) {
  /// Which readers must read which writers' messages (Confluent's names).
  public enum Stored {
    /// New readers read old messages.
    BACKWARD,
    /// Old readers read new messages.
    FORWARD,
    /// Both.
    FULL;

    public boolean newReadsOld() {
      return this != FORWARD;
    }

    public boolean oldReadsNew() {
      return this != BACKWARD;
    }
  }

  /// Closed senders, backward compatibility of what is stored, no days of notice beyond a sunset date.
  public static Policies defaults(LocalDate today) {
    return new Policies(Reading.CLOSED, Stored.BACKWARD, today, 0, 0);
  }
}
