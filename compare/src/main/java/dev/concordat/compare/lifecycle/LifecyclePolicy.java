package dev.concordat.compare.lifecycle;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.lifecycle.LifecycleChange.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a change keeps what was promised of how long something may be relied on. Stateless, so thread-safe.
public final class LifecyclePolicy {
  private final Policies policies;

  public LifecyclePolicy(Policies policies) {
    this.policies = policies;
  }

  /// What two documents say differently of one operation, parameter or member.
  ///
  /// @param operation the level of the operation that it belongs to, in the new contract; it decides how many days of
  ///     notice are promised
  public List<LifecycleChange> changes(Promise before, Promise after, Stability operation) {
    Optional<LifecycleChange> stability = stability(before, after);
    var changes = new ArrayList<LifecycleChange>(2);
    stability.ifPresent(changes::add);
    // How many days are promised is not known of a level that cannot be read.
    if (stability.isEmpty() || stability.get().kind() != Kind.STABILITY_UNREADABLE) {
      deprecation(before, after, operation).ifPresent(changes::add);
    }
    return changes;
  }

  /// Whether what is gone was said to go.
  ///
  /// @param before what the old contract said of it
  public Removal removal(Promise before) {
    if (!before.level().isPromise()) {
      return Removal.NEVER_PROMISED;
    }
    if (!before.isDeprecated()) {
      return Removal.UNANNOUNCED;
    }
    return switch (before.sunset()) {
      case Said.Nothing<LocalDate>() -> Removal.ANNOUNCED;
      case Said.Nonsense<LocalDate> _ -> Removal.SUNSET_UNREADABLE;
      case Said.Meaning<LocalDate>(LocalDate day) ->
          policies.today().isBefore(day) ? Removal.BEFORE_SUNSET : Removal.AFTER_SUNSET;
    };
  }

  private static Optional<LifecycleChange> stability(Promise before, Promise after) {
    for (Promise side : List.of(after, before)) {
      if (side.stability() instanceof Said.Nonsense<Stability>(String text)) {
        return Optional.of(
            change(
                Kind.STABILITY_UNREADABLE,
                "the stability level '" + text + "' is none of draft, alpha, beta and stable",
                Promise.STABILITY,
                before,
                after));
      }
    }
    int step = after.level().compareTo(before.level());
    if (step == 0) {
      return Optional.empty();
    }
    String from = " from " + before.level().word() + " to " + after.level().word();
    return Optional.of(
        step < 0
            ? change(
                Kind.STABILITY_DECREASED,
                "the stability level was decreased" + from,
                Promise.STABILITY,
                before,
                after)
            : change(
                Kind.STABILITY_INCREASED,
                "the stability level was increased" + from,
                Promise.STABILITY,
                before,
                after));
  }

  private Optional<LifecycleChange> deprecation(
      Promise before, Promise after, Stability operation) {
    if (before.isDeprecated() && !after.isDeprecated()) {
      return Optional.of(
          change(Kind.REACTIVATED, "no longer deprecated", Promise.DEPRECATED, before, after));
    }
    if (!after.isDeprecated()) {
      return Optional.empty();
    }
    return before.isDeprecated()
        ? sunsetChanged(before, after, operation)
        : Optional.of(deprecated(before, after, operation));
  }

  private LifecycleChange deprecated(Promise before, Promise after, Stability operation) {
    long notice = daysOfNotice(operation);
    return switch (after.sunset()) {
      case Said.Nothing<LocalDate>() ->
          notice > 0
              ? change(
                  Kind.SUNSET_MISSING,
                  "deprecated without a day on which it goes ('x-sunset'); "
                      + notice
                      + " days of notice are promised",
                  Promise.DEPRECATED,
                  before,
                  after)
              : change(
                  Kind.DEPRECATED,
                  "deprecated, without a day on which it goes",
                  Promise.DEPRECATED,
                  before,
                  after);
      case Said.Nonsense<LocalDate>(String text) -> unreadable(text, before, after);
      case Said.Meaning<LocalDate>(LocalDate day) ->
          daysUntil(day) < notice
              ? change(
                  Kind.SUNSET_TOO_SOON,
                  "deprecated until "
                      + day
                      + ", in "
                      + daysUntil(day)
                      + " days; "
                      + atLeast(notice),
                  Promise.SUNSET,
                  before,
                  after)
              : change(
                  Kind.DEPRECATED_WITH_SUNSET,
                  "deprecated, until " + day,
                  Promise.SUNSET,
                  before,
                  after);
    };
  }

  private Optional<LifecycleChange> sunsetChanged(
      Promise before, Promise after, Stability operation) {
    if (before.sunset().equals(after.sunset())) {
      return Optional.empty();
    }
    if (after.sunset() instanceof Said.Nothing) {
      return Optional.of(
          change(
              Kind.SUNSET_REMOVED,
              "still deprecated, but the day on which it goes is no longer told",
              Promise.SUNSET,
              before,
              after));
    }
    for (Promise side : List.of(after, before)) {
      if (side.sunset() instanceof Said.Nonsense<LocalDate>(String text)) {
        return Optional.of(unreadable(text, before, after));
      }
    }
    if (before.sunset() instanceof Said.Meaning<LocalDate>(LocalDate old)
        && after.sunset() instanceof Said.Meaning<LocalDate>(LocalDate now)
        && now.isBefore(old)
        && daysUntil(now) < daysOfNotice(operation)) {
      return Optional.of(
          change(
              Kind.SUNSET_MOVED_CLOSER,
              "goes on " + now + " instead of " + old + "; " + atLeast(daysOfNotice(operation)),
              Promise.SUNSET,
              before,
              after));
    }
    return Optional.empty();
  }

  private static LifecycleChange unreadable(String text, Promise before, Promise after) {
    return change(
        Kind.SUNSET_UNREADABLE,
        "the day on which it goes, '" + text + "', is no date such as 2030-12-31",
        Promise.SUNSET,
        before,
        after);
  }

  private static String atLeast(long days) {
    return "at least " + days + " days of notice are promised";
  }

  private static LifecycleChange change(
      Kind kind, String message, String keyword, Promise before, Promise after) {
    return new LifecycleChange(kind, message, before.sentence(keyword), after.sentence(keyword));
  }

  private long daysUntil(LocalDate day) {
    return ChronoUnit.DAYS.between(policies.today(), day);
  }

  private long daysOfNotice(Stability operation) {
    return switch (operation) {
      case DRAFT, ALPHA -> 0;
      case BETA -> policies.betaDays();
      case STABLE -> policies.stableDays();
    };
  }
}
