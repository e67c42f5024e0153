import { Lock } from './field.tsx'
import type { OptionsModel } from './options-model.ts'
import { Section } from './section.tsx'
import { SiteAdd } from './site-add.tsx'

/** The sites that Handrail may run on, and whether the browser has been told yes. */
export function Sites({ model }: { model: OptionsModel }) {
  const { form, sites } = model
  const say = model.say.value
  const isManaged = form.isManaged('sites')
  const notice = sites.notice.value
  return (
    <Section id="sites" title={say('sites')} hint={say('sitesHint')}>
      {isManaged && <Lock id="field-sites" say={say} />}
      {sites.patterns().length === 0 && <p class="empty">{say('sitesEmpty')}</p>}
      <ul class="sites" data-testid="site-list">
        {sites.patterns().map((site) => (
          <li key={site} data-testid="site" data-allowed={sites.allowed.value.has(site)}>
            <bdi class="pattern" dir="ltr">
              {site}
            </bdi>
            {sites.allowed.value.has(site) ? (
              <span class="badge good">{say('siteAllowed')}</span>
            ) : (
              <>
                <span class="badge problem">{say('siteNotAllowed')}</span>
                <button
                  type="button"
                  aria-label={say('allowSite', { site })}
                  data-testid="site-allow"
                  onClick={() => sites.allow(site)}
                >
                  {say('allow')}
                </button>
              </>
            )}
            {!isManaged && (
              <button
                type="button"
                class="quiet"
                aria-label={say('removeSite', { site })}
                data-testid="site-remove"
                onClick={() => {
                  sites.remove(site)
                  document.getElementById('field-sites')?.focus()
                }}
              >
                {say('remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isManaged && <SiteAdd model={model} />}
      <p class="said" role="status" data-testid="site-notice">
        {notice === undefined
          ? ''
          : notice.key === 'siteAllowed' || notice.key === 'siteNotAllowed'
            ? `${notice.site}: ${say(notice.key)}`
            : say(notice.key, { site: notice.site, message: notice.message ?? '' })}
      </p>
    </Section>
  )
}
