package dev.concordat.wire.kafkalink;

/// A message in an answer, and what becomes of it.
final class Message {
  final int batch;
  final long offset;
  private Content content;
  private boolean isChanged;
  private boolean isDropped;

  /// A message as it came.
  ///
  /// @param batch the number of its batch in the answer
  Message(int batch, long offset, Content content) {
    this.batch = batch;
    this.offset = offset;
    this.content = content;
  }

  Place place(String topic, int partition) {
    return new Place(topic, partition, offset);
  }

  Content content() {
    return content;
  }

  boolean isChanged() {
    return isChanged;
  }

  boolean isDropped() {
    return isDropped;
  }

  void become(Content other) {
    content = other;
    isChanged = true;
  }

  void drop() {
    isDropped = true;
    isChanged = true;
  }
}
