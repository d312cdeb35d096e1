package dev.concordat.wire.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a session has said that must be said again to make another session its equal. Guarded by its session's lock.
final class SessionMemory {
  /// Together; a session with more is closed instead of moved.
  private static final int MAX_BYTES = 16 << 20;

  private static final String UNNAMED = "";

  /// @param message the Parse message, to be repeated; empty for the unnamed statement
  private record Prepared(ByteBuffer message, List<Effect> effects) {
    boolean isNamed() {
      return message.hasRemaining();
    }
  }

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> sqlPrepared = new LinkedHashMap<>();
  private final Map<String, Prepared> prepared = new LinkedHashMap<>();
  private final List<Effect.Setting> uncommitted = new ArrayList<>();
  private long bytes;
  private boolean canMove = true;

  boolean canMove() {
    return canMove;
  }

  void cannotMove() {
    canMove = false;
  }

  void query(String sql) {
    Effect.of(sql).forEach(this::apply);
  }

  /// @param body a whole Parse message
  void parse(byte[] body) {
    String name = Messages.string(body, 0);
    int text = Messages.stringEnd(body, 0) + 1;
    List<Effect> effects = Effect.of(Messages.string(body, text));
    boolean isNamed = !name.equals(UNNAMED);
    forget(
        prepared.put(
            name,
            new Prepared(
                ByteBuffer.wrap(isNamed ? Messages.message('P', body) : new byte[0]), effects)));
    bytes += isNamed ? body.length : 0;
    if (bytes > MAX_BYTES) {
      canMove = false;
    }
  }

  /// A statement is about to be executed.
  void bind(byte[] body) {
    String name = Messages.string(body, Messages.stringEnd(body, 0) + 1);
    Prepared statement = prepared.get(name);
    if (statement != null) {
      statement.effects().forEach(this::apply);
    }
  }

  /// @param body of a Close message
  void close(byte[] body) {
    if (body.length > 0 && body[0] == 'S') {
      forget(prepared.remove(Messages.string(body, 1)));
    }
  }

  /// No transaction is open any more. Settings live and die with the transaction they were made in.
  void transactionEnded(boolean isCommitted) {
    if (isCommitted) {
      for (Effect.Setting setting : uncommitted) {
        settings.remove(setting.key());
        settings.put(setting.key(), setting.sql());
      }
    }
    uncommitted.clear();
  }

  /// The messages that repeat everything, each with a ReadyForQuery as its answer.
  byte[] replay() {
    var messages = new ByteArrayOutputStream();
    settings.values().forEach(sql -> messages.writeBytes(Messages.query(sql)));
    sqlPrepared.values().forEach(sql -> messages.writeBytes(Messages.query(sql)));
    named()
        .forEach(
            statement -> {
              messages.writeBytes(statement.message().array());
              messages.writeBytes(Messages.SYNC);
            });
    return messages.toByteArray();
  }

  /// How many ReadyForQuery answer {@link #replay}.
  int replayAnswers() {
    return settings.size() + sqlPrepared.size() + named().size();
  }

  private List<Prepared> named() {
    return prepared.values().stream().filter(Prepared::isNamed).toList();
  }

  private void apply(Effect effect) {
    switch (effect) {
      case Effect.Setting setting -> uncommitted.add(setting);
      case Effect.Prepare prepare -> sqlPrepared.put(prepare.name(), prepare.sql());
      case Effect.Deallocate gone -> deallocate(gone.name());
      case Effect.DiscardAll _ -> {
        settings.clear();
        uncommitted.clear();
        deallocate("ALL");
      }
      case Effect.Stays _ -> canMove = false;
      case Effect.None _ -> {}
    }
  }

  private void deallocate(String name) {
    if (name.equals("ALL")) {
      sqlPrepared.clear();
      prepared.keySet().removeIf(key -> !key.equals(UNNAMED));
      bytes = 0;
    } else {
      sqlPrepared.remove(name);
      forget(prepared.remove(name));
    }
  }

  private void forget(@Nullable Prepared statement) {
    if (statement != null) {
      bytes -= Math.max(0, statement.message().capacity() - Messages.HEADER_BYTES);
    }
  }
}
