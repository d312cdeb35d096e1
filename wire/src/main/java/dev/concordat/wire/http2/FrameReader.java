package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Header;
import dev.concordat.wire.capture.CaptureLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Finds the frames in one direction of a connection, fed with whatever pieces arrive (RFC 9113 section 4). Bodies are passed
/// through, everything else is collected within limits.
final class FrameReader {
  /// Is told what was found, in the order of the wire.
  interface Listener {
    void found(Frame frame) throws NotHttp2;
  }

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int ACK = 0x1;
  static final int END_STREAM = 0x1;
  static final int END_HEADERS = 0x4;
  private static final int PADDED = 0x8;
  private static final int PRIORITY = 0x20;

  /// The largest table that is kept for header compression; a sender that uses more is not read.
  private static final long TABLE_BYTES = 256 << 10;

  /// Other frames than DATA are collected up to here.
  private static final int CONTROL_BYTES = 64 << 10;

  private static final int CONTINUATIONS = 128;
  private static final int PRIORITY_BYTES = 5;
  private static final int HEADER_BYTES = 9;

  private final CaptureLimits limits;
  private final DefaultHttp2HeadersDecoder decoder;
  private final ByteBuf header = Unpooled.buffer(HEADER_BYTES, HEADER_BYTES);
  private final ByteArrayOutputStream payload = new ByteArrayOutputStream();
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private boolean isInFrame;
  private int type;
  private int flags;
  private int stream;
  private int left;
  private int padding;
  private boolean isPaddingKnown;
  private int blockStream;
  private int blockPromised;
  private boolean isBlockEnd;
  private int continuations;

  FrameReader(CaptureLimits limits) {
    this.limits = limits;
    this.decoder = new DefaultHttp2HeadersDecoder(false);
    try {
      decoder.configuration().maxHeaderListSize(limits.headBytes(), limits.headBytes());
    } catch (Http2Exception e) {
      throw new IllegalArgumentException("a head of " + limits.headBytes() + " bytes", e);
    }
  }

  /// Whether everything so far belongs to whole frames and whole header blocks.
  boolean isBetweenFrames() {
    return !isInFrame && header.readableBytes() == 0 && blockStream == 0;
  }

  /// The reader's own side has said, and the other one has taken, how large the table for header compression may be.
  void allowTable(long bytes) throws NotHttp2 {
    try {
      decoder.configuration().maxHeaderTableSize(Math.min(bytes, TABLE_BYTES));
    } catch (Http2Exception e) {
      throw new NotHttp2("a header table of " + bytes + " bytes");
    }
  }

  void feed(ByteBuf in, Listener to) throws NotHttp2 {
    while (in.isReadable()) {
      advance(in, to);
    }
  }

  /// Reads up to the next place that matters.
  void step(ByteBuf in, Listener to) throws NotHttp2 {
    advance(in, to);
  }

  /// Whether a frame has begun that is, or may become, part of a head.
  boolean isInHead() {
    return header.readableBytes() > 0 || blockStream != 0 || (isInFrame && type == HEADERS);
  }

  /// Reads no further than to the next place between frames.
  void finish(ByteBuf in, Listener to) throws NotHttp2 {
    while (in.isReadable() && !isBetweenFrames()) {
      advance(in, to);
    }
  }

  private void advance(ByteBuf in, Listener to) throws NotHttp2 {
    if (!isInFrame) {
      in.readBytes(header, Math.min(in.readableBytes(), header.writableBytes()));
      if (header.isWritable()) {
        return;
      }
      begin();
    } else if (type == DATA) {
      data(in, to);
      return;
    } else {
      int length = Math.min(left, in.readableBytes());
      collect(in, length);
      left -= length;
    }
    if (type == DATA ? left == 0 && (flags & PADDED) == 0 : left == 0) {
      isInFrame = false;
      ended(to);
    }
  }

  private void begin() throws NotHttp2 {
    left = header.readUnsignedMedium();
    type = header.readUnsignedByte();
    flags = header.readUnsignedByte();
    stream = header.readInt() & Integer.MAX_VALUE;
    header.clear();
    payload.reset();
    padding = 0;
    isPaddingKnown = (flags & PADDED) == 0;
    isInFrame = true;
    if (blockStream != 0 && (type != CONTINUATION || stream != blockStream)) {
      throw new NotHttp2("a frame of type " + type + " inside of a header block");
    }
    boolean isOfStream = type <= RST_STREAM || type == PUSH_PROMISE || type == CONTINUATION;
    boolean isOfConnection = type == SETTINGS || type == PING || type == GOAWAY;
    if ((isOfStream && stream == 0) || (isOfConnection && stream != 0)) {
      throw new NotHttp2("a frame of type " + type + " on stream " + stream);
    }
    if (type == DATA && !isPaddingKnown && left == 0) {
      throw new NotHttp2("padding without a length");
    }
  }

  private void data(ByteBuf in, Listener to) throws NotHttp2 {
    int more = 0;
    if (!isPaddingKnown) {
      padding = in.readUnsignedByte();
      left--;
      more = 1;
      isPaddingKnown = true;
      if (padding > left) {
        throw new NotHttp2("more padding than there are bytes");
      }
    }
    int length = Math.min(left - padding, in.readableBytes());
    ByteBuf bytes = in.readSlice(Math.max(0, length));
    left -= bytes.readableBytes();
    if (left == padding) {
      int skipped = Math.min(padding, in.readableBytes());
      in.skipBytes(skipped);
      padding -= skipped;
      left -= skipped;
      more += skipped;
    }
    boolean isOver = left == 0;
    if (isOver) {
      isInFrame = false;
    }
    to.found(new Frame.Data(stream, bytes, more, isOver && (flags & END_STREAM) != 0));
  }

  private void collect(ByteBuf in, int length) throws NotHttp2 {
    boolean isOfBlock = type == HEADERS || type == PUSH_PROMISE || type == CONTINUATION;
    int most = isOfBlock ? limits.headBytes() - block.size() : CONTROL_BYTES;
    if (payload.size() + length <= most) {
      byte[] bytes = new byte[length];
      in.readBytes(bytes);
      payload.writeBytes(bytes);
    } else if (isOfBlock) {
      throw new NotHttp2("a head over " + limits.headBytes() + " bytes");
    } else if (type <= CONTINUATION) {
      throw new NotHttp2("a frame of type " + type + " over " + CONTROL_BYTES + " bytes");
    } else {
      in.skipBytes(length); // of a type that nobody needs to know (RFC 9113 section 5.5)
    }
  }

  private void ended(Listener to) throws NotHttp2 {
    ByteBuf body = Unpooled.wrappedBuffer(payload.toByteArray());
    int size = body.readableBytes();
    switch (type) {
      case DATA ->
          to.found(new Frame.Data(stream, Unpooled.EMPTY_BUFFER, 0, (flags & END_STREAM) != 0));
      case HEADERS, PUSH_PROMISE -> block(body, to);
      case CONTINUATION -> more(body, to);
      case RST_STREAM -> {
        check(size == Integer.BYTES);
        to.found(new Frame.Reset(stream, body.readUnsignedInt()));
      }
      case SETTINGS -> settings(body, to);
      case PING -> {
        check(size == Long.BYTES);
        to.found(new Frame.Ping(body.readLong(), (flags & ACK) != 0));
      }
      case GOAWAY -> {
        check(size >= Long.BYTES);
        int last = body.readInt() & Integer.MAX_VALUE;
        to.found(new Frame.GoAway(last, body.readUnsignedInt(), body));
      }
      case WINDOW_UPDATE -> {
        check(size == Integer.BYTES);
        to.found(new Frame.Window(stream, body.readInt() & Integer.MAX_VALUE));
      }
      default -> to.found(new Frame.Other(type, flags, stream, body));
    }
  }

  private void check(boolean isRightSize) throws NotHttp2 {
    if (!isRightSize) {
      throw new NotHttp2("a frame of type " + type + " with a wrong length");
    }
  }

  private void settings(ByteBuf body, Listener to) throws NotHttp2 {
    if ((flags & ACK) != 0) {
      check(!body.isReadable());
      to.found(new Frame.SettingsTaken());
      return;
    }
    check(body.readableBytes() % (Short.BYTES + Integer.BYTES) == 0);
    List<Frame.Setting> settings = new ArrayList<>();
    while (body.isReadable()) {
      settings.add(new Frame.Setting(body.readUnsignedShort(), body.readUnsignedInt()));
    }
    to.found(new Frame.Settings(List.copyOf(settings)));
  }

  private void block(ByteBuf body, Listener to) throws NotHttp2 {
    if (type == HEADERS || type == PUSH_PROMISE) {
      int unused = 0;
      if ((flags & PADDED) != 0) {
        check(body.isReadable());
        unused = body.readUnsignedByte();
      }
      if (type == HEADERS && (flags & PRIORITY) != 0) {
        check(body.readableBytes() >= PRIORITY_BYTES);
        body.skipBytes(PRIORITY_BYTES);
      }
      blockPromised = 0;
      if (type == PUSH_PROMISE) {
        check(body.readableBytes() >= Integer.BYTES);
        blockPromised = body.readInt() & Integer.MAX_VALUE;
        check(blockPromised != 0);
      }
      check(unused <= body.readableBytes());
      body.writerIndex(body.writerIndex() - unused);
    }
    block.reset();
    blockStream = stream;
    isBlockEnd = type == HEADERS && (flags & END_STREAM) != 0;
    continuations = 0;
    add(body, to);
  }

  private void more(ByteBuf body, Listener to) throws NotHttp2 {
    if (blockStream == 0) {
      throw new NotHttp2("a continuation of nothing");
    }
    if (++continuations > CONTINUATIONS) {
      throw new NotHttp2("a head in more than " + CONTINUATIONS + " pieces");
    }
    add(body, to);
  }

  private void add(ByteBuf body, Listener to) throws NotHttp2 {
    byte[] bytes = new byte[body.readableBytes()];
    body.readBytes(bytes);
    block.writeBytes(bytes);
    if ((flags & END_HEADERS) != 0) {
      List<Header> fields = decoded();
      blockStream = 0;
      to.found(
          blockPromised == 0
              ? new Frame.Head(stream, fields, isBlockEnd)
              : new Frame.Promise(stream, blockPromised, fields));
    }
  }

  private List<Header> decoded() throws NotHttp2 {
    List<Header> fields = new ArrayList<>();
    try {
      var decoded = decoder.decodeHeaders(blockStream, Unpooled.wrappedBuffer(block.toByteArray()));
      for (var field : decoded) {
        fields.add(new Header(field.getKey().toString(), field.getValue().toString()));
      }
    } catch (Http2Exception broken) {
      throw new NotHttp2("a head that cannot be decompressed: " + broken.getMessage());
    }
    block.reset();
    if (fields.size() > limits.headerCount()) {
      throw new NotHttp2("a head of " + fields.size() + " fields");
    }
    return List.copyOf(fields);
  }
}
