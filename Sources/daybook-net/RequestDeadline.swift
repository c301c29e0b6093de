import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends a connection whose next request is not whole in time, or is too long.
///
/// The time begins when the connection is made and anew after each answer; bytes that trickle in do not put it off. So nobody can hold a connection
/// without asking something.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let patience: TimeAmount
  private let byteLimit: Int
  private var bytes = 0
  private var alarm: Scheduled<Void>?

  /// - Parameters:
  ///   - patience: how long a request may take to come.
  ///   - byteLimit: how long its body may be; twice that is read, so that the refusal can be.
  init(patience: TimeAmount, byteLimit: Int) {
    self.patience = patience
    self.byteLimit = byteLimit
  }

  func handlerAdded(context: ChannelHandlerContext) { wait(context) }

  func handlerRemoved(context: ChannelHandlerContext) { stopWaiting() }

  func channelInactive(context: ChannelHandlerContext) {
    stopWaiting()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: bytes = 0
    case .body(let chunk):
      bytes += chunk.readableBytes
      guard bytes <= 2 * byteLimit else { return context.close(promise: nil) }
    case .end: stopWaiting()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { wait(context) }
    context.write(data, promise: promise)
  }

  private func wait(_ context: ChannelHandlerContext) {
    stopWaiting()
    alarm = context.eventLoop.assumeIsolated().scheduleTask(in: patience) { context.close(promise: nil) }
  }

  private func stopWaiting() {
    alarm?.cancel()
    alarm = nil
  }
}
