package dev.concordat.model.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A trait that is not what it was.
///
/// @param isVanishedTimeout whether the consumer gave up in time before, and does not any more
public record ProfileChange(
    Profile profile, Trait trait, Reading before, Reading after, boolean isVanishedTimeout) {
  /// Two measurements of one time differ by less than this part of it.
  private static final double SAME_WITHIN = 0.2;

  /// Two measurements of one time differ by less than this, however short the time is.
  private static final Duration SAME_BELOW = Duration.ofMillis(100);

  /// What changed between two measurements of one workspace. Nothing is said of what is known in only one of them.
  public static List<ProfileChange> between(List<Profile> before, List<Profile> after) {
    List<ProfileChange> changes = new ArrayList<>();
    for (Profile now : after) {
      Optional<Profile> then = before.stream().filter(now::isSameAs).findFirst();
      then.ifPresent(old -> compare(old, now, changes));
    }
    return List.copyOf(changes);
  }

  private static void compare(Profile old, Profile now, List<ProfileChange> changes) {
    for (Measurement measured : now.measurements()) {
      Trait trait = measured.trait();
      if (!old.isKnown(trait) || !now.isKnown(trait)) {
        continue;
      }
      Reading before = old.reading(trait).orElseThrow();
      if (!isSame(before, measured.reading())) {
        boolean isVanished =
            (trait == Trait.READ_TIMEOUT || trait == Trait.CONNECT_TIMEOUT)
                && before instanceof Reading.Time
                && measured.reading() instanceof Reading.NotWithin;
        changes.add(new ProfileChange(now, trait, before, measured.reading(), isVanished));
      }
    }
  }

  private static boolean isSame(Reading before, Reading after) {
    return switch (before) {
      case Reading.Time(Duration was) ->
          after instanceof Reading.Time(Duration is) && isNear(was, is);
      case Reading.NotWithin ignored -> after instanceof Reading.NotWithin;
      case Reading.StillGoing ignored -> after instanceof Reading.StillGoing;
      case Reading.Count count -> count.equals(after);
      case Reading.Word word -> word.equals(after);
      case Reading.Claim claim -> claim.equals(after);
      case Reading.Unknown ignored -> true;
    };
  }

  private static boolean isNear(Duration was, Duration is) {
    long apart = Math.abs(was.toNanos() - is.toNanos());
    return apart <= SAME_BELOW.toNanos()
        || apart <= Math.max(was.toNanos(), is.toNanos()) * SAME_WITHIN;
  }
}
