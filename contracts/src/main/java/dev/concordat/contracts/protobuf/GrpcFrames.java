package dev.concordat.contracts.protobuf;

import dev.concordat.model.exchange.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// The messages in the body of a gRPC request or response: each behind a flag and its length (gRPC over HTTP/2,
/// "Length-Prefixed-Message").
///
/// @param messages the messages, decompressed where they say so
/// @param problem why reading ended early; empty where it did not
public record GrpcFrames(List<Bytes> messages, Optional<String> problem) {
  private static final int PREFIX_BYTES = 5;
  private static final int MAX_MESSAGES = 100_000;
  private static final int MAX_MESSAGE_BYTES = 64 << 20;

  public GrpcFrames {
    messages = List.copyOf(messages);
  }

  /// Reads a body.
  ///
  /// @param encoding the value of `grpc-encoding`: `identity`, `gzip`; empty where there is none
  public static GrpcFrames read(Bytes body, String encoding) {
    byte[] bytes = body.toArray();
    var messages = new ArrayList<Bytes>();
    int at = 0;
    while (at < bytes.length) {
      if (bytes.length - at < PREFIX_BYTES) {
        return ended(messages, "the body ends within the prefix of a message");
      }
      int flag = bytes[at] & 0xFF;
      long length = unsigned(bytes, at + 1);
      at += PREFIX_BYTES;
      if (flag > 1) {
        return ended(messages, "the flag of a message is " + flag + "; 0 and 1 are known");
      }
      if (length > bytes.length - at) {
        return ended(
            messages,
            "a message of "
                + length
                + " bytes is announced, "
                + (bytes.length - at)
                + " are there");
      }
      if (messages.size() == MAX_MESSAGES) {
        return ended(messages, "the body holds more than " + MAX_MESSAGES + " messages");
      }
      byte[] content = Arrays.copyOfRange(bytes, at, at + (int) length);
      at += (int) length;
      try {
        messages.add(Bytes.of(flag == 1 ? decompressed(content, encoding) : content));
      } catch (IOException e) {
        return ended(messages, "a message says it is compressed, but: " + e.getMessage());
      }
    }
    return new GrpcFrames(messages, Optional.empty());
  }

  private static GrpcFrames ended(List<Bytes> messages, String problem) {
    return new GrpcFrames(messages, Optional.of(problem));
  }

  private static long unsigned(byte[] bytes, int at) {
    return (bytes[at] & 0xFFL) << 24
        | (bytes[at + 1] & 0xFFL) << 16
        | (bytes[at + 2] & 0xFFL) << 8
        | (bytes[at + 3] & 0xFFL);
  }

  private static byte[] decompressed(byte[] content, String encoding) throws IOException {
    if (!encoding.equals("gzip")) {
      throw new IOException(
          encoding.isEmpty() || encoding.equals("identity")
              ? "grpc-encoding names no compression"
              : "the compression `" + encoding + "` is not known");
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      byte[] plain = in.readNBytes(MAX_MESSAGE_BYTES + 1);
      if (plain.length > MAX_MESSAGE_BYTES) {
        throw new IOException("it is longer than " + (MAX_MESSAGE_BYTES >> 20) + " MiB");
      }
      return plain;
    }
  }

  /// A body with these messages, uncompressed.
  public static Bytes write(List<Bytes> messages) {
    int size = messages.stream().mapToInt(message -> message.size() + PREFIX_BYTES).sum();
    byte[] out = new byte[size];
    int at = 0;
    for (Bytes message : messages) {
      int length = message.size();
      for (int i = 1; i < PREFIX_BYTES; i++) {
        out[at + i] = (byte) (length >>> (8 * (PREFIX_BYTES - 1 - i)));
      }
      System.arraycopy(message.toArray(), 0, out, at + PREFIX_BYTES, length);
      at += PREFIX_BYTES + length;
    }
    return Bytes.of(out);
  }
}
