package dev.concordat.wire.http2;

import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The settings that a request for a change to HTTP/2 brings along (RFC 7540 section 3.2.1).
final class UpgradeSettings {
  private static final int SETTING_BYTES = Short.BYTES + Integer.BYTES;

  private UpgradeSettings() {}

  static Frame.Settings of(HttpRequestMessage request) throws NotHttp2 {
    String written = Headers.first(request.headers(), "HTTP2-Settings").orElse("");
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written.strip()));
    } catch (IllegalArgumentException notBase64) {
      throw new NotHttp2("settings that are not written in base64url");
    }
    List<Frame.Setting> settings = new ArrayList<>();
    while (bytes.remaining() >= SETTING_BYTES) {
      int id = Short.toUnsignedInt(bytes.getShort());
      settings.add(new Frame.Setting(id, Integer.toUnsignedLong(bytes.getInt())));
    }
    return new Frame.Settings(List.copyOf(settings));
  }
}
