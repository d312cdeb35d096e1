package com.example.notify.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Map;

/** One request, read completely. */
public record Request(
    String method,
    Map<String, String> path,
    Map<String, List<String>> query,
    Headers headers,
    byte[] body) {}
