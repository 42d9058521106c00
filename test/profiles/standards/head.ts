import { type Case, PAGE } from './case.ts';

/** https://ogp.me/#type_profile and links to vCards (RFC 6350) */
export const head: Case[] = [
  {
    name: 'a profile with both names',
    html: '<meta property="og:type" content="profile"><meta property="profile:first_name" content="Ada"><meta property="profile:last_name" content="Okafor"><meta property="og:title" content="About">',
    people: ['Ada Okafor'],
  },
  {
    name: 'a profile’s title, without nickname and site',
    html: `<meta property="og:type" content="profile"><meta property="og:title" content="Ada Okafor (@ada) • Pictures"><meta property="og:url" content="${PAGE}">`,
    people: ['Ada Okafor'],
  },
  ...["Ada Okafor's profile on Guild", 'Ada Okafor on Guild', 'Ada Okafor, VP Sales'].map((title) => ({
    name: `a profile’s title “${title}”`,
    html: `<meta property="og:type" content="profile"><meta property="og:title" content="${title}">`,
    people: ['Ada Okafor'],
  })),
  {
    name: 'another page’s profile',
    html: '<meta property="og:type" content="profile"><meta property="og:title" content="Ada Okafor"><meta property="og:url" content="https://brightwater.example/ada">',
    people: [],
  },
  {
    name: 'the author of an article',
    html: '<meta property="og:type" content="article"><meta property="profile:first_name" content="Ada"><meta property="profile:last_name" content="Okafor">',
    people: [],
  },
  {
    name: 'one vCard for the heading’s person',
    html: '<h1>Ada Okafor, LL.M.</h1><a href="/cards/a.okafor.vcf">vCard</a>',
    people: ['Ada Okafor'],
  },
  {
    name: 'a vCard of somebody else',
    html: '<h1>Contact us</h1><p>Reach the office.</p><a href="/brightwater.vcf">vCard</a>',
    people: [],
  },

  {
    name: 'a profile with one of both names and a title',
    html: '<meta property="og:type" content="profile"><meta property="profile:first_name" content="Ada"><meta property="profile:username" content="ada"><meta property="og:title" content="Ada Okafor">',
    people: ['Ada Okafor'],
  },
  {
    name: 'a profile with both names and a user name, by the attribute name',
    html: '<meta name="og:type" content="profile"><meta name="profile:username" content="ada"><meta name="profile:first_name" content="Ada"><meta name="profile:last_name" content="Okafor">',
    people: ['Ada Okafor'],
  },
  {
    name: 'a profile that is called as its site is nobody’s',
    html: '<meta property="og:type" content="profile"><meta property="og:site_name" content="Brightwater"><meta property="og:title" content="Brightwater">',
    people: [],
  },
  {
    name: 'a profile without any name is nobody’s',
    html: '<meta property="og:type" content="profile"><meta property="profile:username" content="ada"><meta property="profile:gender" content="female">',
    people: [],
  },
  {
    name: 'a profile under the older name of its type',
    html: '<meta property="og:type" content="profile"><meta property="og:profile:first_name" content="Ada"><meta property="og:profile:last_name" content="Okafor"><meta property="og:title" content="Ada Okafor | Brightwater">',
    people: ['Ada Okafor'],
  },
  {
    name: 'makers of works by OpenGraph are nobody: music, video, book, article',
    html: '<meta property="og:type" content="book"><meta property="book:author" content="https://brightwater.example/ada"><meta property="music:musician" content="Ada Okafor"><meta property="video:actor" content="Ada Okafor"><meta property="article:author" content="Ada Okafor">',
    people: [],
  },

  {
    name: 'a profile that is called by one word is a user’s or a shop’s',
    html: '<meta property="og:type" content="profile"><meta property="og:title" content="GreenKiln | Market">',
    people: [],
  },
  {
    name: 'a profile in a script without blanks',
    html: '<meta property="og:type" content="profile"><meta property="og:title" content="王小明">',
    people: ['王小明'],
  },
];
