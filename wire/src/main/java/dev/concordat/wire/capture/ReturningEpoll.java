package dev.concordat.wire.capture;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.util.concurrent.ThreadAwareExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Linux's epoll, with sockets that can come back after nothing was to be waited for.
///
/// Since its pull request 16689 Netty takes a socket of which it wants to hear nothing out of epoll, and then changes it there
/// as if it still were in: `epoll_ctl(..) failed with error(-2)`. It happens to a connection of which one side has ended while the
/// other has more to write than its socket takes, and costs what was not written yet. Here such a socket is registered anew.
/// Seen in 4.2.18; the code of 4.2.20 is the same.
final class ReturningEpoll implements IoHandler {
  private final IoHandler epoll;

  private ReturningEpoll(IoHandler epoll) {
    this.epoll = epoll;
  }

  static IoHandlerFactory newFactory() {
    IoHandlerFactory epolls = EpollIoHandler.newFactory();
    return new IoHandlerFactory() {
      @Override
      public IoHandler newHandler(ThreadAwareExecutor executor) {
        return new ReturningEpoll(epolls.newHandler(executor));
      }

      @Override
      public boolean isChangingThreadSupported() {
        return epolls.isChangingThreadSupported();
      }
    };
  }

  @Override
  public void initialize() {
    epoll.initialize();
  }

  @Override
  public int run(IoHandlerContext context) {
    return epoll.run(context);
  }

  @Override
  public void prepareToDestroy() {
    epoll.prepareToDestroy();
  }

  @Override
  public void destroy() {
    epoll.destroy();
  }

  @Override
  public void wakeup() {
    epoll.wakeup();
  }

  @Override
  public boolean isCompatible(Class<? extends IoHandle> type) {
    return epoll.isCompatible(type);
  }

  @Override
  public IoRegistration register(IoHandle handle) throws Exception {
    return new Returning(handle, epoll.register(handle));
  }

  /// Used by the event loop's thread only, as Netty's channels use it.
  private final class Returning implements IoRegistration {
    private final IoHandle handle;

    /// The event loop's, whatever the registration.
    private final Object attachment;

    /// Nothing while there is nothing to wait for.
    private @Nullable IoRegistration current;

    private boolean isCancelled;
    private boolean isAdded;

    private Returning(IoHandle handle, IoRegistration first) {
      this.handle = handle;
      this.current = first;
      this.attachment = first.attachment();
    }

    @Override
    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"}) // As Netty declares it.
    public <T> T attachment() {
      return (T) attachment;
    }

    @Override
    public long submit(IoOps ops) {
      if (isCancelled) {
        return -1;
      }
      if (ops.equals(EpollIoOps.NONE)) {
        if (isAdded && current != null) {
          current.cancel();
          current = null;
          isAdded = false;
        }
        return 0;
      }
      isAdded = true;
      return registered().submit(ops);
    }

    private IoRegistration registered() {
      IoRegistration registered = current;
      if (registered == null) {
        try {
          registered = epoll.register(handle);
        } catch (Exception refused) {
          throw new UncheckedIOException(new IOException(refused));
        }
        current = registered;
      }
      return registered;
    }

    @Override
    public boolean isValid() {
      return !isCancelled && (current == null || current.isValid());
    }

    @Override
    public boolean cancel() {
      if (isCancelled) {
        return false;
      }
      isCancelled = true;
      return current == null || current.cancel();
    }
  }
}
