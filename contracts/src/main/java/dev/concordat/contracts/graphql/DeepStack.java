package dev.concordat.contracts.graphql;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs what the library does by calling itself from type to type: as deep as the types of a schema lead from one to the next,
/// which no limit on nesting bounds.
final class DeepStack {
  /// Only what is used of it takes memory.
  private static final long STACK_BYTES = 512L * 1024 * 1024;

  private DeepStack() {}

  static <T> T call(Supplier<T> work) {
    var task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "graphql-schema", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a schema is built", e);
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
  }
}
