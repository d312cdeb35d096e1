package dev.concordat.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Plays a conversation's two parts on real sockets; each side checks that it receives what the other sent.
final class Actors {
  private Actors() {}

  static void play(Stage stage, Conversation conversation) throws Exception {
    var provider =
        new FutureTask<Void>(
            () -> {
              try (Socket socket = stage.accepted()) {
                act(socket, conversation, false);
              }
              return null;
            });
    Thread.ofVirtual().name("provider").start(provider);
    try (Socket socket = stage.consumer()) {
      act(socket, conversation, true);
    }
    try {
      provider.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("provider, " + describe(conversation), failed.getCause());
    }
  }

  static String describe(Conversation conversation) {
    return "seed %d, %s".formatted(conversation.seed(), conversation.kind());
  }

  private static void act(Socket socket, Conversation script, boolean isConsumer)
      throws IOException {
    Random random = new Random(script.seed() + (isConsumer ? 1 : 2));
    boolean iEnded = false;
    boolean otherEnded = false;
    for (Turn turn : script.turns()) {
      switch (turn) {
        case Turn.ConsumerSends(byte[] bytes) -> move(socket, bytes, isConsumer, random, script);
        case Turn.ProviderSends(byte[] bytes) -> move(socket, bytes, !isConsumer, random, script);
        case Turn.ConsumerEnds() -> {
          end(socket, isConsumer);
          iEnded |= isConsumer;
          otherEnded |= !isConsumer;
        }
        case Turn.ProviderEnds() -> {
          end(socket, !isConsumer);
          iEnded |= !isConsumer;
          otherEnded |= isConsumer;
        }
      }
    }
    if (isConsumer && !iEnded) {
      socket.shutdownOutput();
    }
    if (!otherEnded) {
      expectEnd(socket);
    }
  }

  private static void end(Socket socket, boolean isMine) throws IOException {
    if (isMine) {
      socket.shutdownOutput();
    } else {
      expectEnd(socket);
    }
  }

  private static void expectEnd(Socket socket) throws IOException {
    assertThat(socket.getInputStream().read()).as("end of the connection").isEqualTo(-1);
  }

  private static void move(
      Socket socket, byte[] bytes, boolean isMine, Random random, Conversation script)
      throws IOException {
    if (isMine) {
      sendInPieces(socket.getOutputStream(), bytes, random);
    } else {
      byte[] received = socket.getInputStream().readNBytes(bytes.length);
      assertThat(received).as(describe(script)).isEqualTo(bytes);
    }
  }

  private static void sendInPieces(OutputStream out, byte[] bytes, Random random)
      throws IOException {
    boolean isTiny = random.nextInt(8) == 0;
    int at = 0;
    while (at < bytes.length) {
      int most = isTiny ? 3 : Math.max(1, bytes.length);
      int piece = Math.min(bytes.length - at, 1 + random.nextInt(most));
      out.write(bytes, at, piece);
      out.flush();
      at += piece;
    }
  }
}
