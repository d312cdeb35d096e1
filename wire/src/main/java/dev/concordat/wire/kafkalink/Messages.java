package dev.concordat.wire.kafkalink;

import java.nio.ByteBuffer;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.protocol.ObjectSerializationCache;

/// Frames as Kafka's own classes read and write them.
final class Messages {
  private Messages() {}

  static RequestHeaderData requestHeader(Asked asked, ByteBufferAccessor in) {
    return new RequestHeaderData(
        in, asked.api().orElseThrow().requestHeaderVersion(asked.version()));
  }

  static ResponseHeaderData responseHeader(Asked asked, ByteBufferAccessor in) {
    return new ResponseHeaderData(
        in, asked.api().orElseThrow().responseHeaderVersion(asked.version()));
  }

  static ByteBuffer request(Asked asked, RequestHeaderData header, ApiMessage body) {
    short version = asked.api().orElseThrow().requestHeaderVersion(asked.version());
    return frame(header, version, body, asked.version());
  }

  static ByteBuffer answer(Asked asked, ResponseHeaderData header, ApiMessage body) {
    short version = asked.api().orElseThrow().responseHeaderVersion(asked.version());
    return frame(header, version, body, asked.version());
  }

  private static ByteBuffer frame(
      Message header, short headerVersion, Message body, short version) {
    var ofHeader = new ObjectSerializationCache();
    var ofBody = new ObjectSerializationCache();
    int size = header.size(ofHeader, headerVersion) + body.size(ofBody, version);
    var out = new ByteBufferAccessor(ByteBuffer.allocate(size));
    header.write(out, ofHeader, headerVersion);
    body.write(out, ofBody, version);
    return out.buffer().flip();
  }
}
