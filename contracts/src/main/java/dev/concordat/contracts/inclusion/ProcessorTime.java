package dev.concordat.contracts.inclusion;

import java.lang.management.ManagementFactory;

/// The processor time of the thread that asks. Unlike the time of day it does not pass while other processes run.
final class ProcessorTime {
  private ProcessorTime() {}

  static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
