import { type Case, email, PAGE, phone } from './case.ts';

/** https://html.spec.whatwg.org/multipage/microdata.html */
export const microdata: Case[] = [
  {
    name: 'itemref to several elements, one of them an item (5.2.2)',
    html: `<div itemscope itemtype="https://schema.org/Person" itemref="a b c"></div><p id="a">Name: <span itemprop="name">Ada Okafor</span></p>
      <div id="b" itemprop="worksFor" itemscope itemtype="https://schema.org/Organization"><p>Firm: <span itemprop="name">Brightwater</span></p></div><i id="c"><b itemprop="jobTitle">VP Sales</b></i>`,
    first: { name: 'Ada Okafor', company: 'Brightwater', title: 'VP Sales' },
  },
  {
    name: 'values by element: meta, link, data, a (5.2.4)',
    html: `<div itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="Ada Okafor"><link itemprop="url" href="/team/ada">
      <data itemprop="jobTitle" value="VP Sales">7</data><a itemprop="telephone" href="tel:+32495550101">call</a></div>`,
    first: { name: 'Ada Okafor', url: `${PAGE}/ada`, title: 'VP Sales', contacts: [phone('+32495550101')] },
  },
  {
    name: 'an item within an item that is no property of it',
    html: `<div itemscope itemtype="https://schema.org/WebPage"><ul><li itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Okafor</span></li></ul></div>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'a property of two names, an item of two types, a person of the older vocabulary',
    html: `<div itemscope itemtype="http://data-vocabulary.org/Person"><span itemprop="name nickname">Ada Okafor</span> <span itemprop="title">VP Sales</span> at <span itemprop="affiliation">Brightwater</span></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', company: 'Brightwater' },
  },

  {
    name: 'the vCard of the standard itself (5.3.1): n, org, tel and adr are items',
    html: `<section itemscope itemtype="http://microformats.org/profile/hcard"><h1 itemprop="fn"><span itemprop="n" itemscope><span itemprop="given-name">Ada</span> <span itemprop="family-name">Okafor</span></span></h1>
      <p itemprop="org" itemscope><span itemprop="organization-name">Brightwater</span> <span itemprop="organization-unit">Pumps</span></p> <i itemprop="title">VP Sales</i>
      <p itemprop="adr" itemscope><span itemprop="street-address">Secret 1</span> <span itemprop="locality">Ghent</span> <span itemprop="country-name">Belgium</span></p>
      <p itemprop="tel" itemscope><span itemprop="type">work</span> <span itemprop="value">+32 9 555 01 01</span></p>
      <a itemprop="email" href="mailto:ada@brightwater.example">mail</a> <a itemprop="url" href="/team/ada">page</a></section>`,
    first: {
      name: 'Ada Okafor',
      url: `${PAGE}/ada`,
      title: 'VP Sales',
      company: 'Brightwater',
      location: 'Ghent, Belgium',
      contacts: [email('ada@brightwater.example'), phone('+32 9 555 01 01')],
    },
  },
  {
    name: 'two vCards that share an address by itemref (5.3.1)',
    html: `<p>Both <span itemscope itemtype="http://microformats.org/profile/hcard" itemref="home"><span itemprop="fn">Ada Okafor</span></span>
      and <span itemscope itemtype="http://microformats.org/profile/hcard" itemref="home"><span itemprop="fn">Jonas Lind</span></span>
      live in <span id="home" itemprop="adr" itemscope><span itemprop="locality">Ghent</span>.</span></p>`,
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { name: 'Ada Okafor', location: 'Ghent' },
  },
  {
    name: 'values by element: img, area, object, meter, time, video (5.2.4)',
    html: `<div itemscope itemtype="https://schema.org/Person"><img itemprop="image" src="/ada.png" alt="Jonas Lind"><b itemprop="name">Ada Okafor</b>
      <map><area itemprop="url" href="/team/ada" alt="page"></map><object itemprop="image" data="/a.svg"></object><time itemprop="birthDate" datetime="1980-01-01">then</time>
      <meter itemprop="height" value="1.7">tall</meter><video itemprop="subjectOf" src="/v.mp4"></video></div>`,
    first: { name: 'Ada Okafor', url: `${PAGE}/ada` },
  },
  {
    name: 'several values of one property, and one value of several (5.2.3)',
    html: `<div itemscope itemtype="https://schema.org/Person"><b itemprop="name alternateName">Ada Okafor</b> <i itemprop="jobTitle">VP Sales</i> <i itemprop="jobTitle">Founder</i></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'an item of two types of one vocabulary (5.2.2)',
    html: `<div itemscope itemtype="https://schema.org/Person https://schema.org/Patient"><b itemprop="name">Ada Okafor</b></div>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'one person in two items by itemid',
    html: `<div itemscope itemtype="https://schema.org/Person" itemid="#ada"><b itemprop="name">Ada Okafor</b></div>
      <div itemscope itemtype="https://schema.org/Person" itemid="#ada"><i itemprop="jobTitle">VP Sales</i></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'itemprop without itemscope around it, itemscope without a type, an unknown vocabulary, a type with blanks',
    html: `<p itemprop="name">Nobody Here</p><div itemscope><b itemprop="name">Ada Okafor</b></div>
      <div itemscope itemtype="http://example.org/animals#cat"><b itemprop="name">Hedral</b></div><div itemscope itemtype=" https://schema.org/Person "><b itemprop="name">Jonas Lind</b></div>`,
    people: ['Jonas Lind'],
  },
  {
    name: 'properties by their whole address',
    html: `<div itemscope itemtype="https://schema.org/Person"><b itemprop="https://schema.org/name">Ada Okafor</b> <i itemprop="http://schema.org/jobTitle">VP Sales</i></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'an item that refers to itself, and two that refer to each other',
    html: `<div itemscope itemtype="https://schema.org/Person" id="a" itemref="a b"><b itemprop="name">Ada Okafor</b></div>
      <div itemscope itemprop="knows" itemtype="https://schema.org/Person" id="b" itemref="a"><b itemprop="name">Jonas Lind</b></div>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'text without scripts and styles',
    html: `<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada<style>b{color:red}</style> Okafor<script>x()</script></b></div>`,
    people: ['Ada Okafor'],
  },

  ...['http://data-vocabulary.org/Person', 'http://www.data-vocabulary.org/Person/', 'https://schema.org/Person/'].map(
    (type) => ({
      name: `a person of the type ${type}`,
      html: `<div itemscope itemtype="${type}"><b itemprop="name">Ada Okafor</b> <i itemprop="role">VP Sales</i></div>`,
      people: ['Ada Okafor'],
    }),
  ),
  {
    name: 'the organisation and the address of the older vocabulary are items',
    html: `<div itemscope itemtype="http://data-vocabulary.org/Person"><b itemprop="name">Ada Okafor</b> <i itemprop="role">VP Sales</i>
      <p itemprop="affiliation" itemscope itemtype="http://data-vocabulary.org/Organization"><a itemprop="url" href="https://brightwater.example/"><b itemprop="name">Brightwater</b></a></p>
      <p itemprop="address" itemscope itemtype="http://data-vocabulary.org/Address"><b itemprop="locality">Ghent</b> <b itemprop="country-name">Belgium</b></p>
      <a itemprop="friend" href="/team/jonas">Jonas Lind</a></div>`,
    people: ['Ada Okafor'],
    first: {
      title: 'VP Sales',
      company: 'Brightwater',
      companyDomain: 'brightwater.example',
      location: 'Ghent, Belgium',
    },
  },
  {
    name: 'properties of an item within are not those of the item around (5.2.5)',
    html: `<div itemscope itemtype="https://schema.org/Person"><p itemprop="knows" itemscope itemtype="https://schema.org/Person"><i itemprop="jobTitle">CFO</i>
      <b itemprop="name">Jonas Lind</b></p><b itemprop="name">Ada Okafor</b></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', key: 'web:brightwater.example/team' },
  },
  {
    name: 'properties that are far from their item, and what holds them has other elements between (5.2.2)',
    html: `<section itemscope itemtype="https://schema.org/Person"><ul><li><p><span><b itemprop="name">Ada Okafor</b></span></p></li><li><em>is <i itemprop="jobTitle">VP Sales</i></em></li></ul></section>`,
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'an element that two items refer to, within a third which has it as well',
    html: `<div itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Brightwater</b> <p id="phone">Call <i itemprop="telephone">+32 9 555 01 01</i></p></div>
      <p itemscope itemtype="https://schema.org/Person" itemref="phone"><b itemprop="name">Ada Okafor</b></p>
      <p itemscope itemtype="https://schema.org/Person" itemref="phone phone gone"><b itemprop="name">Jonas Lind</b></p>`,
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { name: 'Ada Okafor', contacts: [phone('+32 9 555 01 01')] },
  },
  {
    name: 'itemref to a person within the page of a firm',
    html: `<div itemscope itemtype="https://schema.org/Organization" itemref="ada"><b itemprop="name">Brightwater</b></div>
      <p id="ada" itemprop="employee" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Okafor</b></p>`,
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'values by element: audio, embed, iframe, source, track, time without datetime (5.2.4)',
    html: `<div itemscope itemtype="https://schema.org/Person"><audio itemprop="subjectOf" src="/a.mp3">Jonas Lind</audio><embed itemprop="image" src="/e.svg"><iframe itemprop="subjectOf" src="about:blank"></iframe>
      <video><source itemprop="subjectOf" src="/v.mp4"><track itemprop="subjectOf" src="/v.vtt"></video><b itemprop="name">Ada Okafor</b> since <time itemprop="foundingDate">2019</time></div>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'content is the value of any element that has it, as search engines read it',
    html: `<div itemscope itemtype="https://schema.org/Person"><b itemprop="name" content="Ada Okafor">Ada</b> <a itemprop="telephone" content="+32 9 555 01 01" href="/call">call</a></div>`,
    first: { name: 'Ada Okafor', contacts: [phone('+32 9 555 01 01')] },
  },
  {
    name: 'who organises and attends an event, and who wrote a work (5.3.2, 5.3.3), are nobody',
    html: `<div itemscope itemtype="http://microformats.org/profile/hcalendar#vevent"><b itemprop="summary">Tides</b> <i itemprop="organizer">Ada Okafor</i></div>
      <figure itemscope itemtype="http://n.whatwg.org/work"><img itemprop="work" src="/w.png"><b itemprop="title">Water</b> <i itemprop="author">Jonas Lind</i></figure>
      <p itemscope itemtype="https://schema.org/Event"><i itemprop="attendee" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Mei Tanaka</b></i></p>`,
    people: [],
  },
  {
    name: 'a vCard of a firm (5.3.1): a name that is its organisation’s',
    html: `<p itemscope itemtype="http://microformats.org/profile/hcard"><b itemprop="fn">Brightwater Ltd.</b> <i itemprop="org" itemscope><b itemprop="organization-name">Brightwater Ltd.</b></i></p>`,
    people: [],
  },

  ...['http://data-vocabulary.org/Person', 'https://schema.org/Person'].map((type) => ({
    name: `who wrote the messages of a forum, each in what names its author (${type}), is nobody`,
    html: ['pumpfan', 'jonas_l', 'mei']
      .map(
        (
          name,
        ) => `<article data-author="${name}"><section itemscope itemtype="${type}"><h4><a itemprop="name" href="/members/1">${name}</a></h4>
          <h5 itemprop="title jobTitle">Member</h5></section><p>Pumps are fine.</p></article>`,
      )
      .join(''),
    people: [],
  })),
  {
    name: 'whom a channel names as its author, under the name of the page',
    html: `<title>Ada Okafor - Waves</title><meta property="og:type" content="profile"><meta property="og:title" content="Ada Okafor"><meta property="og:url" content="https://waves.example/channel/7">
      <body><span itemprop="author" itemscope itemtype="http://schema.org/Person"><link itemprop="url" href="https://waves.example/@ada"><link itemprop="name" content="Ada Okafor"></span>`,
    url: 'https://waves.example/@ada',
    people: ['Ada Okafor'],
  },
];
