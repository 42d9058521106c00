import { type Case, email, PAGE, phone } from './case.ts';

/** https://microformats.org/wiki/microformats2-parsing, https://microformats.org/wiki/hcard, https://microformats.org/wiki/h-resume */
export const microformats: Case[] = [
  { name: 'implied name: text', html: '<span class="h-card">Ada Okafor</span>', people: ['Ada Okafor'] },
  {
    name: 'implied name: the picture’s, at any depth',
    html: '<div class="h-card"><a href="/team/ada"><img alt="Ada Okafor" src="a.png"></a></div>',
    first: { name: 'Ada Okafor', url: `${PAGE}/ada` },
  },
  {
    name: 'implied name: img.h-card',
    html: '<img class="h-card" alt="Ada Okafor" src="a.png">',
    people: ['Ada Okafor'],
  },
  {
    name: 'implied name: abbr.h-card',
    html: '<abbr class="h-card" title="Ada Okafor">AO</abbr>',
    people: ['Ada Okafor'],
  },
  {
    name: 'no implied name where a property or a card is',
    html: '<p class="h-card">Welcome <span class="p-note">all</span></p><p class="h-card">Our <a class="h-card" href="/x">Brightwater Ltd.</a></p>',
    people: [],
  },
  {
    name: 'classes for looks are no properties',
    html: '<p class="h-card p-4 u-mt e-1">Ada Okafor</p>',
    people: ['Ada Okafor'],
  },
  {
    name: 'value class pattern, and an abbreviation’s title',
    html: `<div class="vcard"><span class="fn">Ada Okafor</span><abbr class="title" title="Vice President">VP</abbr>
      <span class="tel"><span class="type">work</span> <span class="value">+32</span> <span class="value">9 555 01 01</span></span></div>`,
    first: { name: 'Ada Okafor', title: 'Vice President', contacts: [phone('+329 555 01 01')] },
  },
  {
    name: 'classic hCard: n, org with unit, adr, e-mail of a type',
    html: `<div class="vcard"><span class="n"><span class="given-name">Ada</span> <span class="family-name">Okafor</span></span>
      <div class="org"><span class="organization-name">Brightwater</span> <span class="organization-unit">Pumps</span></div>
      <div class="adr"><span class="street-address">Secret 1</span> <span class="locality">Ghent</span>, <span class="country-name">Belgium</span></div>
      <a class="email" href="mailto:ada@brightwater.example"><span class="type">pref</span>mail</a></div>`,
    first: {
      name: 'Ada Okafor',
      company: 'Brightwater',
      location: 'Ghent, Belgium',
      contacts: [email('ada@brightwater.example')],
    },
  },
  {
    name: 'old names in a new card are none',
    html: '<div class="h-card"><span class="fn">Brightwater</span> <b class="p-name">Ada Okafor</b></div>',
    people: ['Ada Okafor'],
  },
  {
    name: 'a CV: its contact, with the place of work that has not ended',
    html: `<div class="h-resume"><div class="p-contact h-card"><b class="p-name">Ada Okafor</b></div><p class="p-affiliation h-card">Pump Society</p>
      <div class="p-experience h-event"><b class="p-org">Northgate</b><time class="dt-end">2019-01-01</time></div>
      <div class="p-experience h-event"><b class="p-org">Brightwater</b> <i class="p-job-title">VP Sales</i></div></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', company: 'Brightwater', title: 'VP Sales' },
  },
  {
    name: 'an old CV',
    html: `<div class="hresume"><div class="contact vcard"><b class="fn">Ada Okafor</b></div><ol class="vcalendar"><li class="experience vevent vcard"><span class="title">VP Sales</span> at <span class="org">Brightwater</span></li>
      <li class="education vevent vcard"><span class="org fn">University of Ghent</span></li></ol></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'rel=me: whose page it is, beside posts (representative h-card)',
    html: `<a rel="me" href="https://social.example/@ada">Social</a><p class="h-card"><a class="p-name u-url" href="https://social.example/@ada">Ada Okafor</a></p>
      <article class="h-entry"><a class="p-author h-card" href="/jonas">Jonas Lind</a></article>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'a card in an event, a review and a quotation',
    html: '<div class="h-event"><p class="h-card">Ada Okafor</p></div><div class="h-cite"><a class="h-card">Jonas Lind</a></div><div class="hreview"><p class="vcard"><b class="fn">Mei Tanaka</b></p></div>',
    people: [],
  },

  {
    name: 'implied name and address: area.h-card',
    html: '<map name="m"><area class="h-card" href="/team/ada" alt="Ada Okafor" shape="rect" coords="0,0,9,9"></map>',
    first: { name: 'Ada Okafor', url: `${PAGE}/ada` },
  },
  {
    name: 'a CV with its own name, whose contact is a firm',
    html: '<div class="h-resume"><p class="p-name">Ada Okafor</p><div class="p-contact h-card"><p class="p-name">Brightwater</p> <span class="p-locality">Ghent</span></div></div>',
    people: ['Ada Okafor'],
  },
  {
    name: 'a CV with a headline, whose contact is a person',
    html: '<div class="h-resume"><p class="p-name">Curriculum of a pump engineer</p><div class="p-contact h-card"><p class="p-name">Ada Okafor</p></div></div>',
    people: ['Ada Okafor'],
  },
  {
    name: 'what many have reviewed, new and old',
    html: '<div class="h-review-aggregate"><p class="p-item h-card"><b class="p-name">Garden Wraps</b></p></div><div class="hreview-aggregate"><p class="item vcard"><b class="fn">Ada Okafor</b></p></div>',
    people: [],
  },

  {
    name: 'value class pattern: values in titles',
    html: `<div class="h-card"><p class="p-name"><span class="value-title" title="Ada">A.</span> <span class="value-title" title="Okafor"> </span> (engineer)</p></div>
      <div class="vcard"><b class="fn">Jonas Lind</b> <span class="title"><span class="value-title" title="Head of Pumps"> </span>boss</span></div>`,
    people: ['Ada Okafor', 'Jonas Lind'],
  },
  {
    name: 'values by element: abbr, data, input, img, area (p-), object, span (u-)',
    html: `<div class="h-card"><input class="p-name" value="Ada Okafor"><abbr class="p-job-title" title="Vice President Sales">VP</abbr><data class="p-org" value="Brightwater">B</data>
      <img class="p-locality" alt="Ghent" src="/g.png"><span class="u-url">/team/ada</span><data class="u-email" value="ada@brightwater.example"></data></div>`,
    first: {
      name: 'Ada Okafor',
      url: `${PAGE}/ada`,
      title: 'Vice President Sales',
      company: 'Brightwater',
      location: 'Ghent',
      contacts: [email('ada@brightwater.example')],
    },
  },
  {
    name: 'roots that are properties of a card, and cards that are properties of properties',
    html: `<div class="h-card"><a class="p-name u-url u-uid" href="/team/ada">Ada Okafor</a> <div class="p-org h-card"><a class="p-name u-url" href="https://brightwater.example/">Brightwater</a>
      <p class="p-adr h-adr"><i class="p-locality">Ghent</i></p></div> <p class="p-adr h-adr"><i class="p-locality">Aalst</i>, <i class="p-country-name">Belgium</i></p> <span class="p-geo h-geo"><data class="p-latitude" value="51"></data></span></div>`,
    people: ['Ada Okafor'],
    first: {
      name: 'Ada Okafor',
      company: 'Brightwater',
      companyDomain: 'brightwater.example',
      location: 'Aalst, Belgium',
    },
  },
  {
    name: 'addresses stand on the base of the page',
    html: `<base href="https://people.example/staff/"><div class="h-card"><a class="p-name u-url" href="ada">Ada Okafor</a></div>`,
    first: { name: 'Ada Okafor', url: 'https://people.example/staff/ada' },
  },
];
