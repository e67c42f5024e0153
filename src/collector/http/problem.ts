import type { FastifyReply } from 'fastify'

/** An expected refusal: an HTTP status, a stable code, and what is wrong and how to mend it. */
export interface Problem {
  status: number
  error: string
  message: string
}

/** A `Problem`. */
export function problem(status: number, error: string, message: string): Problem {
  return { status, error, message }
}

/** Sends a problem as `{error, message}`. */
export function refuse(reply: FastifyReply, { status, error, message }: Problem) {
  return reply.code(status).send({ error, message })
}
