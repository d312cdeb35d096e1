package com.example.payments;

import com.example.payments.charge.Ledger;
import com.example.payments.http.Log;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the payments service; see .env.example for its settings. */
public final class Main {

  private static final int WORKERS = 8;
  private static final int BACKLOG = 64;

  private Main() {}

  public static void main(String[] args) throws IOException {
    // Without this, answers on kept-alive connections wait for the client's delayed ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "120");
    Map<String, String> env = System.getenv();
    PaymentsApi api = new PaymentsApi(new Ledger());

    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    InetSocketAddress address =
        new InetSocketAddress(
            env.getOrDefault("HOST", "127.0.0.1"),
            Integer.parseInt(env.getOrDefault("PORT", "8082")));
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.createContext("/", api.router());
    server.setExecutor(workers);
    server.start();
    Log.info("payments listens on %s", server.getAddress());

    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.stop(0);
                  workers.shutdownNow();
                  Log.info("payments has stopped");
                }));
  }
}
