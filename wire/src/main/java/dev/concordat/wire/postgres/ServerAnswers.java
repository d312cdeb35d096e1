package dev.concordat.wire.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a server's answers say about the state of a session; told once they have been passed on. Used by one thread.
final class ServerAnswers implements MessageScanner.Listener {
  private static final int TAG_BYTES = 16;

  private final List<Consumer<SessionState>> news = new ArrayList<>();
  private byte[] key = {};

  @Override
  public int wanted(char type, int length) {
    return switch (type) {
      case 'Z' -> 1;
      case 'C' -> TAG_BYTES;
      case 'K' -> length;
      default -> 0;
    };
  }

  @Override
  public void message(char type, byte[] body, int length) {
    switch (type) {
      case 'Z' -> {
        char status = body.length > 0 ? (char) body[0] : 'I';
        news.add(state -> state.ready(status));
      }
      case 'C' -> {
        // Only these end a transaction; the list stays short through a thousand inserts.
        String tag = Messages.string(body, 0);
        if (tag.equals("ROLLBACK") || tag.equals("COMMIT")) {
          news.add(state -> state.commandComplete(tag));
        }
      }
      case 'E' -> news.add(SessionState::failed);
      case 'K' -> key = body;
      default -> {
        // Rows and the like.
      }
    }
  }

  boolean isEmpty() {
    return news.isEmpty() && key.length == 0;
  }

  /// The cancel key that was given to the client, once.
  byte[] key() {
    byte[] given = key;
    key = new byte[0];
    return given;
  }

  void tell(SessionState state) {
    news.forEach(item -> item.accept(state));
    news.clear();
  }
}
