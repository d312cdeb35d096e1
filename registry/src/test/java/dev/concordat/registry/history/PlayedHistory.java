package dev.concordat.registry.history;

import dev.concordat.registry.Scene;
import org.jdbi.v3.core.Handle;

/// A random history that happens one event after the other, for whoever looks in between.
public final class PlayedHistory {
  private PlayedHistory() {}

  /// Plays it.
  ///
  /// @param after is called after each event
  public static void play(Handle handle, long seed, Runnable after) {
    Scene scene = new Scene(handle);
    RandomHistory.ENVIRONMENTS.forEach(scene::environment);
    RandomHistory.SYSTEMS.forEach(scene::system);
    for (Event event : new RandomHistory(seed).events()) {
      event.play(scene);
      after.run();
    }
  }
}
