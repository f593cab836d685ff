"""The same job done with Scrapy: python3 scrapy_peer.py SITES PORT CONCURRENCY OUT"""
import json
import re
import sys

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.resolver import CachingThreadedResolver

sites, port, concurrency, out = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]

PLATFORMS = re.compile(
    r"^https?://(?:[\w-]+\.)?(?:linkedin|twitter|x|facebook|instagram|youtube|tiktok|threads|bsky|pinterest)\.(?:com|net|app)/"
)
FURTHER = re.compile(r"/(?:about|contact|news)/?$")


class Loopback(CachingThreadedResolver):
    def getHostByName(self, name, timeout=None):
        return super().getHostByName("127.0.0.1", timeout)


class Sites(scrapy.Spider):
    name = "sites"
    every_link = LinkExtractor(deny_extensions=[])
    found = {}

    def start_requests(self):
        for number in range(1, sites + 1):
            yield scrapy.Request(f"http://site{number:05d}.test:{port}/", self.parse)

    def parse(self, response):
        host = response.url.split("/")[2].split(":")[0]
        urls = [link.url for link in self.every_link.extract_links(response)]
        self.found.setdefault(host, set()).update(url for url in urls if PLATFORMS.match(url))
        if response.meta.get("further"):
            return
        for url in urls:
            if url.startswith(f"http://{host}:{port}/") and FURTHER.search(url):
                yield scrapy.Request(url, self.parse, meta={"further": True})


process = CrawlerProcess(
    {
        "CONCURRENT_REQUESTS": concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "ROBOTSTXT_OBEY": True,
        "DNS_RESOLVER": "__main__.Loopback",
        "LOG_ENABLED": False,
        "RETRY_TIMES": 1,
        "TELNETCONSOLE_ENABLED": False,
        "USER_AGENT": "presence-audit-peer",
    }
)
process.crawl(Sites)
process.start()
with open(out, "w") as file:
    for host, urls in Sites.found.items():
        file.write(json.dumps({"host": host, "urls": sorted(urls)}) + "\n")
