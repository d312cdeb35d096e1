package dev.concordat.benchmarks.link;

/// The exchanges that are sent: the sizes of ordinary calls between services.
enum Shape {
  GET("GET, 200 B answer", "GET", 0, 200),
  POST("POST 1 KiB, 4 KiB answer", "POST", 1024, 4096);

  final String title;
  final String method;
  final int requestBytes;
  final int responseBytes;

  Shape(String title, String method, int requestBytes, int responseBytes) {
    this.title = title;
    this.method = method;
    this.requestBytes = requestBytes;
    this.responseBytes = responseBytes;
  }

  String path() {
    return "/orders/" + responseBytes + "?expand=items";
  }
}
