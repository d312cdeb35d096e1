package dev.concordat.standin.recorded;

import dev.concordat.standin.wish.Wish;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// All that was recorded for one and the same request, in the order of the file.
final class Group {
  private final Asked asked;
  private final List<Saved> saved;
  private final boolean isSequence;
  private final AtomicInteger given = new AtomicInteger();

  /// @param isSequence whether the answers followed one another; else they are alternatives, of which the first is meant
  Group(Asked asked, List<Saved> saved, boolean isSequence) {
    this.asked = asked;
    this.saved = List.copyOf(saved);
    this.isSequence = isSequence;
  }

  Asked asked() {
    return asked;
  }

  List<Saved> saved() {
    return saved;
  }

  /// The answer that is wished for, by status and name or id; nothing where there is none like it. Without a wish the next of
  /// a sequence, the last one again at its end.
  Optional<Saved> choose(Wish wish) {
    if (wish.code().isEmpty() && wish.example().isEmpty()) {
      int next = isSequence ? given.getAndUpdate(n -> Math.min(n + 1, saved.size() - 1)) : 0;
      return Optional.of(saved.get(next));
    }
    return saved.stream().filter(each -> isLike(each, wish)).findFirst();
  }

  private static boolean isLike(Saved saved, Wish wish) {
    boolean isCode =
        wish.code().isEmpty()
            || (saved instanceof Saved.Answer answer
                && answer.response().status() == wish.code().getAsInt());
    // A collection's reader puts the names of folders and request before the example's own.
    boolean isName =
        wish.example()
            .filter(
                name ->
                    !saved.id().equals(name)
                        && !saved.name().equals(name)
                        && !saved.name().endsWith(": " + name))
            .isEmpty();
    return isCode && isName;
  }

  void restart() {
    given.set(0);
  }
}
