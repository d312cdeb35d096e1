package dev.concordat.contracts.protobuf;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.InvalidProtocolBufferException;

/// Tells a serialised `google.protobuf.FileDescriptorSet` from everything else.
final class DescriptorSets {
  /// The tag of field 1, of length-delimited content: also a line feed, with which a text may start.
  private static final byte FIRST_TAG = 0x0A;

  private static final int MAX_HEAD_BYTES = 4096;

  private DescriptorSets() {}

  static boolean recognises(byte[] bytes) {
    if (bytes.length < 4 || bytes[0] != FIRST_TAG || !holdsControlCharacters(bytes)) {
      return false;
    }
    try {
      FileDescriptorSet set = FileDescriptorSet.parseFrom(bytes);
      return set.getUnknownFields().asMap().isEmpty()
          && set.getFileList().stream().allMatch(DescriptorSets::looksDescribed);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static boolean looksDescribed(FileDescriptorProto file) {
    return !file.getName().isEmpty() && file.getUnknownFields().asMap().isEmpty();
  }

  /// Texts hold none but tabs and line ends.
  private static boolean holdsControlCharacters(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, MAX_HEAD_BYTES); i++) {
      boolean isOfText = bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r';
      if (bytes[i] >= 0 && bytes[i] < ' ' && !isOfText) {
        return true;
      }
    }
    return false;
  }
}
