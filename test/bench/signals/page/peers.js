// Starts the peers whose names are in `benchPeers`, with friction signals on and the rest off, and
// tells the bench what they find, by the hook that each of them documents.
;(() => {
  const sink = `${globalThis.benchOrigin}/sink/`
  const tell = (tool, name, at = Date.now()) =>
    globalThis.benchTell?.(JSON.stringify({ tool, name, at }))
  const start = {
    'posthog-js': () =>
      posthog.init('bench', {
        api_host: `${sink}posthog`,
        autocapture: true,
        rageclick: true,
        capture_dead_clicks: true,
        persistence: 'memory',
        capture_pageview: false,
        capture_pageleave: false,
        disable_session_recording: true,
        disable_surveys: true,
        capture_performance: false,
        capture_heatmaps: false,
        advanced_disable_flags: true,
        opt_out_useragent_filter: true,
        before_send(event) {
          tell('posthog-js', event.event, event.properties.$dead_click_event_timestamp)
          return event
        },
      }),
    'datadog-rum': () =>
      DD_RUM.init({
        applicationId: '00000000-0000-4000-8000-000000000000',
        clientToken: 'bench',
        site: 'datadoghq.com',
        proxy: `${sink}datadog`,
        sessionSampleRate: 100,
        sessionReplaySampleRate: 0,
        telemetrySampleRate: 0,
        trackUserInteractions: true,
        trackResources: true,
        trackLongTasks: false,
        excludedActivityUrls: [(url) => url.includes('/sink/')],
        beforeSend(event) {
          if (event.type === 'action')
            for (const name of event.action.frustration?.type ?? [])
              tell('datadog-rum', name, event.date)
          return true
        },
      }),
    amplitude: () => {
      amplitude.add({
        name: 'bench',
        type: 'enrichment',
        setup: async () => {},
        execute: async (event) => {
          tell('amplitude', event.event_type)
          return event
        },
      })
      amplitude.init('00000000000000000000000000000000', {
        serverUrl: `${sink}amplitude`,
        fetchRemoteConfig: false,
        remoteConfig: { fetchRemoteConfig: false },
        autocapture: {
          attribution: false,
          pageViews: false,
          sessions: false,
          formInteractions: false,
          fileDownloads: false,
          elementInteractions: false,
          frustrationInteractions: {
            rageClicks: true,
            deadClicks: true,
            errorClicks: true,
            thrashedCursor: true,
          },
        },
      })
    },
  }
  for (const peer of globalThis.benchPeers) {
    try {
      start[peer]()
      tell(peer, 'started')
    } catch (error) {
      tell(peer, `fault: ${error}`)
    }
  }
})()
