import type { FastifyError, FastifyInstance } from 'fastify'
import { type Problem, problem, refuse } from './problem.ts'

const EXPECTED: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem(
    413,
    'too-large',
    'The body is larger than this address takes. Send it in smaller pieces.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(
    415,
    'wrong-content-type',
    'Send JSON with the header content-type: application/json; logs may also be sent as application/x-protobuf.',
  ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: problem(
    400,
    'wrong-length',
    'The body is not as long as its content-length says. Send it again.',
  ),
}

/** Gives every failure a clear JSON answer that says nothing about the inside. */
export function addFaultAnswers(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, problem(404, 'not-found', 'There is nothing at this address.')),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const expected = EXPECTED[error.code]
    if (expected !== undefined) return refuse(reply, expected)
    if (error.statusCode !== undefined && error.statusCode < 500)
      return refuse(
        reply,
        problem(error.statusCode, 'bad-request', 'The request can’t be understood.'),
      )
    request.log.error({ err: error }, 'request failed')
    reply.header('retry-after', '5')
    return refuse(
      reply,
      problem(503, 'unavailable', 'The collector can’t do this right now. Try again later.'),
    )
  })
}
