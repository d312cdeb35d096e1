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
/// @param protobuf which changes of Protocol Buffers contracts break
public record Policies(
    Reading sender,
    Stored stored,
    LocalDate today,
    int stableDays,
    int betaDays,
    Protobuf protobuf) {
  /// The same, with bytes and JSON of Protocol Buffers.
  public Policies(Reading sender, Stored stored, LocalDate today, int stableDays, int betaDays) {
    this(sender, stored, today, stableDays, betaDays, Protobuf.WIRE_JSON);
  }

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

  /// Which changes of Protocol Buffers contracts break (buf's categories). Each holds those before it.
  public enum Protobuf {
    /// Only what is misread as bytes.
    WIRE,
    /// Also what is misread as JSON.
    WIRE_JSON,
    /// Also what changes generated code, types that stay in their package aside.
    PACKAGE,
    /// Also types that move to another file.
    FILE
  }

  /// The same with other changes of Protocol Buffers contracts that break.
  public Policies withProtobuf(Protobuf other) {
    return new Policies(sender, stored, today, stableDays, betaDays, other);
  }

  /// The same with other readers of what is kept.
  public Policies withStored(Stored other) {
    return new Policies(sender, other, today, stableDays, betaDays, protobuf);
  }

  /// The same with senders read otherwise.
  public Policies withSender(Reading other) {
    return new Policies(other, stored, today, stableDays, betaDays, protobuf);
  }

  /// Closed senders, backward compatibility of what is stored, no days of notice beyond a sunset date.
  public static Policies defaults(LocalDate today) {
    return new Policies(Reading.CLOSED, Stored.BACKWARD, today, 0, 0);
  }
}
