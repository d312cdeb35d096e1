package dev.concordat.wire.postgres;

import java.io.IOException;

/// Where a session stands: what its client has asked and its server has not answered yet. Guarded by its session's lock.
final class SessionState {
  private static final int MAX_QUERY_BYTES = 256 << 10;
  private static final int MAX_PARSE_BYTES = 1 << 20;
  private static final int NAMES_BYTES = 1 << 10;
  private static final char IDLE = 'I';

  private final SessionMemory memory = new SessionMemory();
  private final MessageScanner client = new MessageScanner(new FromClient());

  /// ReadyForQuery messages that are owed to the client; one for its start.
  private int owed = 1;

  /// Messages of the extended protocol have passed since the last Sync.
  private boolean isUnsynced;

  private char status = IDLE;
  private boolean isFailed;
  private boolean isRolledBack;
  private long statements;

  SessionMemory memory() {
    return memory;
  }

  /// How many statements the client has sent.
  long statements() {
    return statements;
  }

  /// Between two transactions, with nothing under way.
  boolean isIdle() {
    return owed == 0 && !isUnsynced && !client.isInside() && status == IDLE;
  }

  void fromClient(byte[] bytes, int count) throws IOException {
    client.scan(bytes, count);
  }

  void commandComplete(String tag) {
    isRolledBack = tag.equals("ROLLBACK");
  }

  void failed() {
    isFailed = true;
  }

  void ready(char now) {
    owed = Math.max(0, owed - 1);
    status = now;
    if (now == IDLE) {
      memory.transactionEnded(!isFailed && !isRolledBack);
      isFailed = false;
      isRolledBack = false;
    }
  }

  private final class FromClient implements MessageScanner.Listener {
    @Override
    public int wanted(char type, int length) {
      return switch (type) {
        case 'Q' -> MAX_QUERY_BYTES;
        case 'P' -> MAX_PARSE_BYTES;
        case 'B', 'C' -> NAMES_BYTES;
        default -> 0;
      };
    }

    @Override
    public void message(char type, byte[] body, int length) {
      switch (type) {
        case 'Q' -> {
          owed++;
          statements++;
          memory.query(Messages.string(body, 0));
        }
        case 'F' -> owed++;
        case 'S' -> {
          owed++;
          isUnsynced = false;
        }
        case 'P' -> {
          isUnsynced = true;
          if (length > MAX_PARSE_BYTES) {
            memory.cannotMove();
          } else {
            memory.parse(body);
          }
        }
        case 'B' -> {
          isUnsynced = true;
          memory.bind(body);
        }
        case 'C' -> {
          isUnsynced = true;
          memory.close(body);
        }
        case 'E' -> {
          isUnsynced = true;
          statements++;
        }
        case 'D', 'H' -> isUnsynced = true;
        default -> {
          // Passwords, COPY data and the goodbye change nothing here.
        }
      }
    }
  }
}
