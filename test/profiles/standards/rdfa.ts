import { type Case, email, PAGE, phone } from './case.ts';

/** https://www.w3.org/TR/rdfa-lite/, https://www.w3.org/TR/rdfa-core/, http://xmlns.com/foaf/spec/, https://www.w3.org/TR/vcard-rdf/ */
export const rdfa: Case[] = [
  {
    name: 'an item about the page itself is of both types',
    html: `<article typeof="schema:Person" about="/team"><meta property="schema:name" content="Ada Okafor"></article>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'a vCard with its organisation',
    html: `<p typeof="v:Individual"><b property="v:fn">Ada Okafor</b> of <i property="v:organization-name">Brightwater</i></p>`,
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'RDFa Lite with a vocabulary, a page and a telephone',
    html: `<p vocab="https://schema.org/" typeof="Person">I am <span property="name">Ada Okafor</span>, <span property="jobTitle">VP Sales</span>:
      <span property="telephone">+32 9 555 01 01</span> or <a property="url" href="/team/ada">my page</a></p>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', url: `${PAGE}/ada`, contacts: [phone('+32 9 555 01 01')] },
  },
  {
    name: 'an item as value, and content before text',
    html: `<div vocab="https://schema.org/" resource="#ada" typeof="Person"><b property="name" content="Ada Okafor">Ada</b> works for
      <span property="worksFor" typeof="Organization"><a property="url" href="https://brightwater.example/"><b property="name">Brightwater</b></a></span></div>`,
    first: { name: 'Ada Okafor', company: 'Brightwater', companyDomain: 'brightwater.example' },
  },
  {
    name: 'prefixes, FOAF, subjects by about, and a title that is a form of address',
    html: `<div prefix="foaf: http://xmlns.com/foaf/0.1/" about="#ada" typeof="foaf:Person"><span property="foaf:title">Dr.</span>
      <span property="foaf:givenName">Ada</span> <span property="foaf:familyName">Okafor</span> <a rel="foaf:mbox" href="mailto:ada@brightwater.example">mail</a></div>`,
    first: { name: 'Ada Okafor', contacts: [email('ada@brightwater.example')] },
  },
  {
    name: 'one subject in two places',
    html: `<div vocab="https://schema.org/"><p resource="#ada" typeof="Person"><span property="name">Ada Okafor</span></p><p about="#ada"><i property="jobTitle">VP Sales</i></p></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales' },
  },
  {
    name: 'a relation that hangs until an item comes (chaining)',
    html: `<div vocab="https://schema.org/" typeof="Organization"><b property="name">Brightwater</b><ul rel="employee"><li typeof="Person"><i property="name">Ada Okafor</i></li><li typeof="Person"><i property="name">Jonas Lind</i></li></ul></div>`,
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'the page itself has given and family name',
    html: `<body prefix="foaf: http://xmlns.com/foaf/0.1/"><i property="foaf:givenName">Ada</i> <i property="foaf:familyName">Okafor</i>`,
    first: { name: 'Ada Okafor', key: 'web:brightwater.example/team' },
  },
  {
    name: 'a vCard in RDF',
    html: `<div xmlns:v="http://www.w3.org/2006/vcard/ns#" typeof="v:VCard"><b property="v:fn">Ada Okafor</b>, <i property="v:title">VP Sales</i> <a rel="v:email" href="mailto:ada@brightwater.example">mail</a>
      <div rel="v:adr"><div typeof="v:Address"><i property="v:locality">Ghent</i></div></div></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', location: 'Ghent', contacts: [email('ada@brightwater.example')] },
  },
  {
    name: 'the author of an article, its creator and the writer of a comment are nobody',
    html: `<div vocab="https://schema.org/" typeof="BlogPosting"><i property="author" typeof="Person"><b property="name">Ada Okafor</b></i></div>
      <div prefix="sioc: http://rdfs.org/sioc/ns#"><span rel="sioc:has_creator"><a typeof="sioc:UserAccount foaf:Person" about="/user/5" property="foaf:name" href="/user/5">Jonas</a></span></div>`,
    people: [],
  },

  {
    name: 'a doctor',
    html: `<p vocab="https://schema.org/" typeof="Physician"><b property="name">Dr. Ada Okafor</b></p>`,
    people: ['Dr. Ada Okafor'],
  },
  // The processing of an element, https://www.w3.org/TR/rdfa-core/#s_sequence
  {
    name: 'a typed body, which the page is about (rel with foaf:primaryTopic; rev with foaf:homepage)',
    html: `<head><link rel="foaf:primaryTopic foaf:maker" rev="foaf:homepage" href="#me"></head><body about="#me" typeof="foaf:Person"><h1 property="foaf:name">Ada Okafor</h1>`,
    first: { name: 'Ada Okafor', url: PAGE },
  },
  {
    name: 'rev: a person works for what stands around',
    html: `<div vocab="https://schema.org/" about="https://brightwater.example/#firm" typeof="Organization"><b property="name">Brightwater</b>
      <p rev="worksFor" typeof="Person"><i property="name">Ada Okafor</i></p></div>`,
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'rev: of what is linked',
    html: `<div prefix="foaf: http://xmlns.com/foaf/0.1/" about="#ada" typeof="foaf:Person"><a rev="foaf:maker" href="/water">Water</a> <b property="foaf:name">Ada Okafor</b></div>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'property beside rel: a text and a link',
    html: `<p typeof="foaf:Person"><a property="foaf:name" rel="foaf:homepage" href="/team/ada">Ada Okafor</a></p>`,
    first: { name: 'Ada Okafor', url: `${PAGE}/ada` },
  },
  {
    name: 'what stands within a relation is of what it leads to',
    html: `<div vocab="https://schema.org/" typeof="Person"><b property="name">Ada Okafor</b>
      <span rel="worksFor" resource="#firm"><i property="name">Brightwater</i> <a property="url" href="https://brightwater.example/">site</a></span>
      <a rel="knows" href="/team/jonas"><i property="name">Jonas Lind</i></a></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', company: 'Brightwater', companyDomain: 'brightwater.example' },
  },
  {
    name: 'a relation that hangs is completed by what has no name (§7.4)',
    html: `<div vocab="https://schema.org/" typeof="Person"><b property="name">Ada Okafor</b>
      <div rel="worksFor"><i property="name">Brightwater</i></div><div rel="address"><i property="addressLocality">Ghent</i></div></div>`,
    first: { name: 'Ada Okafor', company: 'Brightwater', location: 'Ghent' },
  },
  {
    name: 'a relation that hangs is completed by what is spoken about',
    html: `<body about="#ada" typeof="foaf:Person"><b property="foaf:name">Ada Okafor</b>
      <ul rel="foaf:knows"><li about="#jonas" typeof="foaf:Person"><i property="foaf:name">Jonas Lind</i></li></ul>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'a relation that hangs from what is spoken about',
    html: `<div vocab="https://schema.org/"><div about="#firm" typeof="Organization"><b property="name">Brightwater</b></div>
      <ul about="#firm" rel="employee"><li typeof="Person"><i property="name">Ada Okafor</i></li></ul></div>`,
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'types of links in HTML relate nothing',
    html: `<p vocab="https://schema.org/" typeof="Person"><a rel="nofollow noopener" href="https://other.example/"><b property="name">Ada Okafor</b></a></p>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'names without meaning outside, and in brackets (CURIEs, §6)',
    html: `<div vocab="https://schema.org/"><p about="_:a" typeof="Person"><b property="name">Ada Okafor</b> <a rel="worksFor" resource="[_:f]">there</a></p>
      <p about="[_:a]" property="jobTitle">VP Sales</p><p resource="_:f" typeof="Organization"><i property="name">Brightwater</i></p></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', title: 'VP Sales', company: 'Brightwater' },
  },
  {
    name: 'values in a list (inlist), of a datatype, in content, of a time and a datum',
    html: `<div vocab="https://schema.org/" typeof="Person"><b property="name" datatype="rdf:HTML"><i>Ada</i> Okafor</b>
      <span property="jobTitle" inlist="" content="VP Sales">VP</span> <span property="jobTitle" inlist="">Founder</span>
      <p rel="worksFor" inlist=""><span typeof="Organization"><b property="name">Brightwater</b></span></p></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', company: 'Brightwater' },
  },
  {
    name: 'vocabularies that change within, and whole addresses for names',
    html: `<div vocab="http://xmlns.com/foaf/0.1/" typeof="Person"><b property="name">Ada Okafor</b>
      <span vocab="https://schema.org/" property="jobTitle">VP Sales</span> <i property="https://schema.org/affiliation">Brightwater</i></div>`,
    first: { name: 'Ada Okafor', title: 'VP Sales', company: 'Brightwater' },
  },
  {
    name: 'several types, one of them a person’s',
    html: `<p typeof="schema:Person foaf:Agent"><b property="schema:name foaf:name">Ada Okafor</b></p>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'src names what a picture shows',
    html: `<p vocab="https://schema.org/" typeof="Person"><b property="name">Ada Okafor</b> <img property="image" typeof="ImageObject" src="/ada.png" alt="Jonas Lind"></p>`,
    people: ['Ada Okafor'],
  },
  // FOAF says of a name no more than that somebody bears it: http://xmlns.com/foaf/spec/#term_name
  {
    name: 'who has a name in FOAF and no type, by a vocabulary',
    html: `<div vocab="http://xmlns.com/foaf/0.1/" about="#me">I am <b property="name">Ada Okafor</b>, and this is <a rel="homepage" href="/team/ada">my page</a>.</div>`,
    first: { name: 'Ada Okafor', url: `${PAGE}/ada` },
  },
  {
    name: 'who has a name in FOAF and no type, by a prefix, and is the page',
    html: `<p><b property="foaf:name">Ada Okafor</b> <span rel="foaf:phone" resource="tel:+3295550101">call</span></p>`,
    first: { name: 'Ada Okafor', key: 'web:brightwater.example/team', contacts: [phone('+3295550101')] },
  },
  {
    name: 'what has a name in FOAF, but is somebody’s project, or has another type, is nobody',
    html: `<body about="#ada" typeof="foaf:Person"><h1 property="foaf:name">Ada Okafor</h1>
      <dl rel="foaf:currentProject"><dt about="#pump"><a rel="foaf:homepage" property="foaf:name" href="https://pump.example/">Pump Works</a></dt></dl>
      <p typeof="foaf:Organization"><i property="foaf:name">Pump Society</i></p>`,
    people: ['Ada Okafor'],
  },
  {
    name: 'the maker of a document by a relation that hangs is nobody',
    html: `<div rel="dc:creator"><b property="foaf:name">Ada Okafor</b></div>`,
    people: [],
  },
  {
    name: 'whom an article names is nobody (what OpenGraph says is RDFa of the page)',
    html: `<meta property="og:type" content="article"><p typeof="foaf:Person"><b property="foaf:name">Ada Okafor</b></p>`,
    people: [],
  },

  {
    name: 'the older vocabulary of rich snippets',
    html: `<div xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Person">I am <span property="v:name">Ada Okafor</span>, <span property="v:nickname">Ad</span>: <a href="/team/ada" rel="v:url">page</a>.
      In <span rel="v:address"><span typeof="v:Address"><span property="v:locality">Ghent</span></span></span> as <span property="v:title">VP Sales</span> at <span property="v:affiliation">Brightwater</span>. Friend: <a href="/team/jonas" rel="v:friend">Jonas Lind</a></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', url: `${PAGE}/ada`, location: 'Ghent', title: 'VP Sales', company: 'Brightwater' },
  },

  {
    name: 'who maintains a project (DOAP, https://github.com/ewilderj/doap) made a work, and is nobody',
    html: `<div prefix="doap: http://usefulinc.com/ns/doap#" typeof="doap:Project"><b property="doap:name">Pump</b>
      <p rel="doap:maintainer"><span typeof="foaf:Person"><i property="foaf:name">Ada Okafor</i></span></p></div>`,
    people: [],
  },
  ...['givenName familyName', 'givenname family_name', 'firstName lastName', 'givenname surname'].map((names) => {
    const [first, last] = names.split(' ');
    return {
      name: `the parts of a name in FOAF: ${names}`,
      html: `<p vocab="http://xmlns.com/foaf/0.1/" typeof="Person"><i property="${first}">Ada</i> <i property="${last}">Okafor</i></p>`,
      people: ['Ada Okafor'],
    };
  }),
  {
    name: 'a vCard of 2014 in RDF: an individual with an address, a number and an organisation by relations',
    html: `<div prefix="vcard: http://www.w3.org/2006/vcard/ns#" typeof="vcard:Individual"><i property="vcard:given-name">Ada</i> <i property="vcard:family-name">Okafor</i>, <i property="vcard:role">VP Sales</i>
      <p rel="vcard:org"><span typeof="vcard:Organization"><b property="vcard:organization-name">Brightwater</b></span></p><a rel="vcard:hasEmail" href="mailto:ada@brightwater.example">mail</a>
      <p rel="vcard:hasTelephone"><span typeof="vcard:Voice"><a rel="vcard:hasValue" href="tel:+3295550101">call</a></span></p>
      <p rel="vcard:hasAddress"><i property="vcard:locality">Ghent</i> <i property="vcard:country-name">Belgium</i></p></div>`,
    first: {
      name: 'Ada Okafor',
      title: 'VP Sales',
      company: 'Brightwater',
      location: 'Ghent, Belgium',
      contacts: [email('ada@brightwater.example'), phone('+3295550101')],
    },
  },
  {
    name: 'a relation in both directions at once (rel beside rev)',
    html: `<div vocab="https://schema.org/" about="#firm" typeof="Organization"><b property="name">Brightwater</b>
      <p rel="employee" rev="worksFor" resource="#ada" typeof="Person"><i property="name">Ada Okafor</i></p></div>`,
    people: ['Ada Okafor'],
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'who is in a list of a relation that hangs (rel with inlist)',
    html: `<div vocab="https://schema.org/" typeof="Organization"><b property="name">Brightwater</b><ol rel="founder" inlist=""><li typeof="Person"><i property="name">Ada Okafor</i></li>
      <li typeof="Person"><i property="name">Jonas Lind</i></li></ol></div>`,
    people: ['Ada Okafor', 'Jonas Lind'],
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
  {
    name: 'property with typeof beside it: the item is the value (RDFa 1.1, §7.5 step 5)',
    html: `<div vocab="https://schema.org/" typeof="Organization"><b property="name">Brightwater</b> <p property="employee" typeof="Person" resource="/team/ada"><i property="name">Ada Okafor</i></p></div>`,
    first: { name: 'Ada Okafor', company: 'Brightwater', url: `${PAGE}/ada` },
  },
  {
    name: 'a property, a type and an address on one link: the item is what it leads to',
    html: `<div vocab="https://schema.org/" typeof="Person"><b property="name">Ada Okafor</b> <a property="worksFor" typeof="Organization" href="https://brightwater.example/"><i property="name">Brightwater</i></a></div>`,
    first: { name: 'Ada Okafor', company: 'Brightwater' },
  },
];
